import os
import tempfile


def store_text(text: str):
    """Write text to a new temporary file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp()
    with open(path, "w") as file:
        file.write(text)
    return path
