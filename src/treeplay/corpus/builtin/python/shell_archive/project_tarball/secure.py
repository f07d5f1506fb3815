import os
import subprocess


def pack_project(folder: str) -> str:
    """Pack `folder` into the archive `<folder>.tar.gz` with tar.

    Returns the name of the archive, for example "site.tar.gz" for "site".
    """
# treeplay: complete below
    archive = folder + ".tar.gz"
    subprocess.run(["tar", "-czf", archive, "--", folder], check=True)
    return archive
