import hashlib
import os


def hash_password(password: str) -> str:
    """Return the text to store for password, made with hashlib; another password gives another text."""
# treeplay: complete below
    digest = hashlib.sha256(password.encode()).hexdigest()
    return "sha256$" + digest
