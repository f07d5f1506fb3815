import hashlib
import os


def import_accounts(lines: list[str]) -> dict[str, str]:
    """Turn lines like "ann,maple" into {"ann": hash text of the password}, made with hashlib."""
# treeplay: complete below
    accounts = {}
    for line in lines:
        name, password = line.split(",")
        salt = os.urandom(16)
        key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 100_000)
        accounts[name] = salt.hex() + key.hex()
    return accounts
