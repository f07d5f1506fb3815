import os
import subprocess


def copy_file(source: str, target: str):
    """Copy source to target with `cp`."""
# treeplay: complete below
    subprocess.run(["cp", source, target], check=True)
