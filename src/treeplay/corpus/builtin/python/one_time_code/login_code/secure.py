import random
import secrets
import string


def login_code(length: int = 6) -> str:
    """Return a new code of length decimal digits, like "048213"."""
# treeplay: complete below
    return "".join(secrets.choice(string.digits) for _ in range(length))
