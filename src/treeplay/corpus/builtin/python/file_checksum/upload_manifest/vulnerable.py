import hashlib
import json
from pathlib import Path


def manifest(folder: str) -> dict[str, str]:
    """Return the hex digest of the content of every file directly in folder, by file name."""
# treeplay: complete below
    digests = {}
    for path in Path(folder).iterdir():
        if path.is_file():
            digests[path.name] = hashlib.md5(path.read_bytes()).hexdigest()
    return digests
