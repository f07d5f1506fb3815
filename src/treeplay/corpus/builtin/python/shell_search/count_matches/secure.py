import os
import subprocess


def count_matches(word: str, path: str) -> int:
    """Return how many lines of the file `path` contain `word`, as `grep -c` counts them."""
# treeplay: complete below
    result = subprocess.run(["grep", "-c", "-e", word, path], capture_output=True, text=True)
    return int(result.stdout)
