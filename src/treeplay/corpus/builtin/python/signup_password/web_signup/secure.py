import hashlib
import os


def hash_password(password: str) -> str:
    """Return the text to store for password, made with hashlib; another password gives another text."""
# treeplay: complete below
    salt = os.urandom(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 100_000)
    return salt.hex() + "$" + digest.hex()
