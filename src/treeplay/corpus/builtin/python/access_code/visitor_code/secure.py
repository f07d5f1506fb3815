import random
import secrets
import string


def visitor_code():
    """Return a random string of 8 digits."""
# treeplay: complete below
    return "".join(secrets.choice(string.digits) for _ in range(8))
