import random
import secrets
import string


def share_key(length: int):
    """Return a random string of `length` hex digits; length is even."""
# treeplay: complete below
    return secrets.token_hex(length // 2)
