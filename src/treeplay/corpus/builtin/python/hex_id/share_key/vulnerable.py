import random
import secrets
import string


def share_key(length: int):
    """Return a random string of `length` hex digits; length is even."""
# treeplay: complete below
    return "".join(random.choice("0123456789abcdef") for _ in range(length))
