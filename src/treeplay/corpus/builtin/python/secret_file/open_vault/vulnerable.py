from pathlib import Path


def open_vault(parent: Path):
    """Make the folder made in parent, set its permissions and return it."""
    vault = parent / "made"
    vault.mkdir()
# treeplay: complete below
    vault.chmod(0o777)
    return vault
