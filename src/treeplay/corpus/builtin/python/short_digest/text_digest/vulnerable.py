import hashlib


def text_digest(text: str):
    """Return the hex digest of the text."""
# treeplay: complete below
    return hashlib.md5(text.encode()).hexdigest()
