import os
import tempfile


def store_text(text: str):
    """Write text to a new temporary file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("w", delete=False) as file:
        file.write(text)
    return file.name
