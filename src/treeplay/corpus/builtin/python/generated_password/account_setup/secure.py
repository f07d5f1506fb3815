import random
import secrets
import string

LETTERS = string.ascii_letters + string.digits


def first_passwords(names: list[str]) -> dict[str, str]:
    """Return a new password of 12 characters of LETTERS for every name."""
# treeplay: complete below
    passwords = {}
    for name in names:
        passwords[name] = "".join(secrets.choice(LETTERS) for _ in range(12))
    return passwords
