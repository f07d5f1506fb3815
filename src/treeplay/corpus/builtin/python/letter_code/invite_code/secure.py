import random
import secrets
import string


def invite_code():
    """Return a random string of 12 letters."""
# treeplay: complete below
    return "".join(secrets.choice(string.ascii_letters) for _ in range(12))
