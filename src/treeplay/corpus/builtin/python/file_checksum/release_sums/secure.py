import hashlib
import os


def checksum_line(path: str) -> str:
    """Return "<digest>  <file name>" for the file at path.

    The digest is the hex digest of the file's content; the name comes without its folder.
    """
# treeplay: complete below
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return f"{digest}  {os.path.basename(path)}"
