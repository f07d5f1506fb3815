import os
import tempfile
import zipfile


def unpack(archive: str) -> str:
    """Extract the zip archive into a folder below the temporary folder and return the folder's path."""
# treeplay: complete below
    folder = tempfile.mkdtemp(prefix="plugin-")
    with zipfile.ZipFile(archive) as bundle:
        bundle.extractall(folder)
    return folder
