import os
import subprocess


def compress_logs(paths: list[str]) -> int:
    """Run `gzip -f` on every file in `paths`, so that "a.log" becomes "a.log.gz".

    Returns the number of paths.
    """
# treeplay: complete below
    for path in paths:
        subprocess.run(["gzip", "-f", "--", path])
    return len(paths)
