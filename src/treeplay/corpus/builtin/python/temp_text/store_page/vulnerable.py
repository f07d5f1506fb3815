import os
import tempfile


def store_page(page: str):
    """Write page to a new temporary .html file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp(suffix=".html")
    with open(path, "w") as file:
        file.write(page)
    return path
