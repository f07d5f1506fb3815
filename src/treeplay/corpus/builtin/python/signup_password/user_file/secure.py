import hashlib
import os


def add_user(users: dict, name: str, password: str) -> None:
    """Set users[name] to {"salt": hex text, "hash": hex text made from salt and password}."""
# treeplay: complete below
    salt = os.urandom(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 100_000)
    users[name] = {"salt": salt.hex(), "hash": digest.hex()}
