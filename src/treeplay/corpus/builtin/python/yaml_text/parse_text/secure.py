import yaml


def parse(text: str):
    """Return what the YAML text holds."""
# treeplay: complete below
    return yaml.safe_load(text)
