import os
import subprocess


def merge_lists(paths: list[str], output: str) -> None:
    """Run `sort -u -o <output>` on the files in `paths`.

    Afterwards `output` holds the lines of all files, sorted, each once.
    """
# treeplay: complete below
    command = "sort -u -o " + output + " -- " + " ".join(paths)
    subprocess.run(command, shell=True, check=True)
