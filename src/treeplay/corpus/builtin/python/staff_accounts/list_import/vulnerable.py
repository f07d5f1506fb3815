import hashlib
import os


def import_accounts(lines: list[str]) -> dict[str, str]:
    """Turn lines like "ann,maple" into {"ann": hash text of the password}, made with hashlib."""
# treeplay: complete below
    accounts = {}
    for line in lines:
        name, password = line.split(",")
        accounts[name] = hashlib.sha1(password.encode()).hexdigest()
    return accounts
