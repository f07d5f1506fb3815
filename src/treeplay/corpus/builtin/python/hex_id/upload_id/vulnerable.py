import random
import secrets
import string


def upload_id():
    """Return a random string of 32 hex digits."""
# treeplay: complete below
    return "".join(random.choice("0123456789abcdef") for _ in range(32))
