import os
import subprocess


def show_file(path: str):
    """Return the output of `cat` for the file as text."""
# treeplay: complete below
    return subprocess.check_output(["cat", path], text=True)
