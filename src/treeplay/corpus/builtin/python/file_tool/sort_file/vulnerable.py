import os
import subprocess


def sort_file(path: str):
    """Return the output of `sort` for the file as text."""
    command = "sort"
# treeplay: complete below
    return subprocess.check_output(f"{command} {path}", shell=True, text=True)
