import os
import subprocess


def count_lines(path: str):
    """Return the output of `wc -l` for the file as text."""
# treeplay: complete below
    return subprocess.check_output("wc -l " + path, shell=True, text=True)
