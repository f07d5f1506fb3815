import os
import tempfile


def store_log(log: str):
    """Write log to a new temporary file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp()
    with open(path, "w") as file:
        file.write(log)
    return path
