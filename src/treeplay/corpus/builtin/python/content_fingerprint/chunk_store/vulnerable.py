import hashlib
import zlib
from pathlib import Path


def store_chunk(folder: Path, chunk: bytes) -> str:
    """Write chunk to the file in folder that is named after the hex digest of chunk.

    Return the name; a file that is there already is left as it is.
    """
# treeplay: complete below
    name = hashlib.sha1(chunk).hexdigest()
    path = folder / name
    if not path.exists():
        path.write_bytes(chunk)
    return name
