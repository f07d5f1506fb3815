import os
import tempfile


def store_image(image: bytes):
    """Write image to a new temporary file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp()
    with open(path, "wb") as file:
        file.write(image)
    return path
