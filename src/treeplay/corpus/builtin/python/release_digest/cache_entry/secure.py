import hashlib


def entry_name(url: str):
    """Return the hex digest of the address, used as a file name."""
# treeplay: complete below
    return hashlib.sha256(url.encode()).hexdigest()
