import random
import secrets
import string


def room_key(length: int):
    """Return a random string of `length` lower-case letters."""
# treeplay: complete below
    return "".join(random.choice(string.ascii_lowercase) for _ in range(length))
