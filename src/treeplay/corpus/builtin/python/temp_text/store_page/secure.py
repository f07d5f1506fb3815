import os
import tempfile


def store_page(page: str):
    """Write page to a new temporary .html file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("w", suffix=".html", delete=False) as file:
        file.write(page)
    return file.name
