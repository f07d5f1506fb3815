import hashlib


def text_digest(text: str):
    """Return the hex digest of the text."""
# treeplay: complete below
    return hashlib.sha256(text.encode()).hexdigest()
