import os
import subprocess


def log_tail(path: str, count: int) -> list[str]:
    """Return the last `count` lines of the file `path`, as `tail -n` prints them."""
# treeplay: complete below
    result = subprocess.run(f"tail -n {count} {path}", shell=True, stdout=subprocess.PIPE, text=True)
    return result.stdout.splitlines()
