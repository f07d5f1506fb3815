import shlex
import subprocess
from pathlib import Path


def line_total(path: str) -> int:
    """Return the number of lines that `wc -l` reports for `path`.

    wc prints the number first and then the name: "12 sales.csv".
    """
# treeplay: complete below
    output = subprocess.check_output("wc -l " + path, shell=True, text=True)
    return int(output.split()[0])
