import hashlib


def message_digest(message: str):
    """Return the hex digest of the message."""
# treeplay: complete below
    return hashlib.sha1(message.encode()).hexdigest()
