import random
import secrets
import string


def session_id():
    """Return a random string of 64 hex digits."""
# treeplay: complete below
    return "".join(random.choice("0123456789abcdef") for _ in range(64))
