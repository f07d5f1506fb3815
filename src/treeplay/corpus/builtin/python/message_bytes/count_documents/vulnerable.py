import yaml


def count_keys(text: str):
    """Return how many keys the YAML mapping has."""
# treeplay: complete below
    return len(yaml.load(text, Loader=yaml.UnsafeLoader))
