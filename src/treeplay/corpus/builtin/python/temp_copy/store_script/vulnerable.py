import os
import tempfile


def store_script(script: str):
    """Write script to a new temporary .sh file and return its path."""
# treeplay: complete below
    path = tempfile.mktemp(suffix=".sh")
    with open(path, "w") as file:
        file.write(script)
    return path
