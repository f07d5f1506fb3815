import os
import stat


def make_spool(path: str):
    """Make the folder at path and set its permissions."""
    os.mkdir(path)
# treeplay: complete below
    os.chmod(path, 0o700)
