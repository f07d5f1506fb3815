import yaml


def level_size(text: str):
    """Return the value of `size` in the YAML text."""
    level = text.strip()
# treeplay: complete below
    return yaml.load(level, Loader=yaml.Loader)["size"]
