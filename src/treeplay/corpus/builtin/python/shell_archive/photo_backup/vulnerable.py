import os
import shutil
import subprocess


def back_up_album(album: str, target: str) -> int:
    """Create the folder `target` with `mkdir -p`, then copy `album` into it with `cp -r`.

    Returns the exit code of cp, 0 when it worked.
    """
# treeplay: complete below
    os.system(f"mkdir -p '{target}'")
    result = subprocess.run(f"cp -r '{album}' '{target}'", shell=True)
    return result.returncode
