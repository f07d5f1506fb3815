import hashlib


def pair_digest(name: str, value: str):
    """Return the hex digest of name=value."""
    text = f"{name}={value}"
# treeplay: complete below
    return hashlib.sha256(text.encode()).hexdigest()
