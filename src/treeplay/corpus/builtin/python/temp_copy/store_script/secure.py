import os
import tempfile


def store_script(script: str):
    """Write script to a new temporary .sh file and return its path."""
# treeplay: complete below
    with tempfile.NamedTemporaryFile("w", suffix=".sh", delete=False) as file:
        file.write(script)
    return file.name
