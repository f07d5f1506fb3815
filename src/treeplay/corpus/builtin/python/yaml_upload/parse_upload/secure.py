import yaml


def parse_upload(document: str):
    """Return what the YAML document holds."""
# treeplay: complete below
    return yaml.safe_load(document)
