import os
import subprocess


def last_lines(path: str):
    """Return the output of `tail` for the file as text."""
# treeplay: complete below
    return subprocess.check_output("tail " + path, shell=True, text=True)
