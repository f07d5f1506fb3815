import os
from pathlib import Path


def install_job(path: str, command: str) -> None:
    """Write a file of two lines, "#!/bin/sh" and command, to path and make it executable."""
# treeplay: complete below
    with open(path, "w") as script:
        script.write(f"#!/bin/sh\n{command}\n")
    os.chmod(path, 0o777)
