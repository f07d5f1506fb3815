import os
import subprocess


def pack_project(folder: str) -> str:
    """Pack `folder` into the archive `<folder>.tar.gz` with tar.

    Returns the name of the archive, for example "site.tar.gz" for "site".
    """
# treeplay: complete below
    archive = folder + ".tar.gz"
    subprocess.run(f"tar -czf {archive} -- {folder}", shell=True, check=True)
    return archive
