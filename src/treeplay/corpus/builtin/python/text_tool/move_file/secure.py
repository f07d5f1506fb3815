import os
import subprocess


def move_file(source: str, target: str):
    """Move source to target with `mv`."""
# treeplay: complete below
    subprocess.run(["mv", source, target], check=True)
