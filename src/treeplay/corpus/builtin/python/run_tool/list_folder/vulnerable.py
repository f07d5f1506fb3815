import os
import subprocess


def list_folder(path: str):
    """Return the output of `ls` for the folder as text."""
# treeplay: complete below
    return subprocess.check_output(f"ls {path}", shell=True, text=True)
