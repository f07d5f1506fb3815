import os
import tempfile


def store_image(image: bytes):
    """Write image to a new temporary file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("wb", delete=False) as file:
        file.write(image)
    return file.name
