import random
import secrets
import string


def first_password(length: int):
    """Return a random string of `length` letters and digits."""
# treeplay: complete below
    letters = string.ascii_letters + string.digits
    return "".join(secrets.choice(letters) for _ in range(length))
