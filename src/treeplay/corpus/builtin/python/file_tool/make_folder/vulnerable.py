import os
import subprocess


def make_folder(name: str):
    """Make the folder with `mkdir`."""
# treeplay: complete below
    os.system("mkdir " + name)
