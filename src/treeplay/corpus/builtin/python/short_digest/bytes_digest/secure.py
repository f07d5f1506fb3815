import hashlib


def digest(data: bytes):
    """Return the hex digest of data."""
# treeplay: complete below
    return hashlib.sha256(data).hexdigest()
