import os
import subprocess


def move_file(source: str, target: str):
    """Move source to target with `mv`."""
# treeplay: complete below
    os.system(f"mv {source} {target}")
