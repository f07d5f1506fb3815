import os
import stat


def rotate(name: str, old: str):
    """Rename the file name to old, make name anew and set its permissions."""
    os.rename(name, old)
    open(name, "x").close()
# treeplay: complete below
    os.chmod(name, 0o644)
