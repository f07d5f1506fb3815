import yaml


def read_playlist(path: str):
    """Return the list in the YAML file at path."""
    with open(path) as playlist:
# treeplay: complete below
        return yaml.safe_load(playlist)
