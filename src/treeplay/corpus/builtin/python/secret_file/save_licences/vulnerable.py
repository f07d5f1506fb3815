from pathlib import Path


def save_licences(keys: list[str], place: Path):
    """Write the keys, one a line, to place and set its permissions."""
    place.write_text("\n".join(keys))
# treeplay: complete below
    place.chmod(0o644)
