import hashlib


def file_digest(path: str):
    """Return the hex digest of the file's content."""
    with open(path, "rb") as file:
        data = file.read()
# treeplay: complete below
    return hashlib.sha256(data).hexdigest()
