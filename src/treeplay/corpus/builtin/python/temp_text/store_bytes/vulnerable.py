import os
import tempfile


def store_bytes(data: bytes):
    """Write data to a new temporary file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp()
    with open(path, "wb") as file:
        file.write(data)
    return path
