import hashlib


def image_digest(path: str):
    """Return the hex digest of the file at path."""
    with open(path, "rb") as image:
        content = image.read()
# treeplay: complete below
    return hashlib.md5(content).hexdigest()
