import os
import subprocess


def folders_differ(old: str, new: str) -> bool:
    """Compare two folders with `diff -rq`, which exits with 0 when they are the same.

    Returns True when the folders are different.
    """
# treeplay: complete below
    status = subprocess.call(["diff", "-rq", old, new])
    return status != 0
