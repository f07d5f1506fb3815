import os
import tempfile


def store_bytes(data: bytes):
    """Write data to a new temporary file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("wb", delete=False) as file:
        file.write(data)
    return file.name
