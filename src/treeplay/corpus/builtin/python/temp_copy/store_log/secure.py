import os
import tempfile


def store_log(log: str):
    """Write log to a new temporary file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("w", delete=False) as file:
        file.write(log)
    return file.name
