import os
import subprocess


def first_lines(path: str):
    """Return the output of `head` for the file as text."""
# treeplay: complete below
    return subprocess.check_output(["head", path], text=True)
