import os
import shutil
import subprocess


def back_up_album(album: str, target: str) -> int:
    """Create the folder `target` with `mkdir -p`, then copy `album` into it with `cp -r`.

    Returns the exit code of cp, 0 when it worked.
    """
# treeplay: complete below
    subprocess.run(["mkdir", "-p", target])
    result = subprocess.run(["cp", "-r", album, target])
    return result.returncode
