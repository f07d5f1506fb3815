import hashlib


def new_digest(old: str, data: bytes):
    """Return the hex digest of old followed by data."""
    joined = old.encode() + data
# treeplay: complete below
    return hashlib.sha256(joined).hexdigest()
