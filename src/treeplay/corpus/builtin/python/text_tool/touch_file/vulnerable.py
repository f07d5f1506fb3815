import os
import subprocess


def touch_file(name: str):
    """Make the empty file with `touch`."""
# treeplay: complete below
    os.system("touch " + name)
