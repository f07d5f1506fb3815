import random
import secrets
import string


def sms_code():
    """Return a random string of 6 digits."""
# treeplay: complete below
    return "".join(random.choice(string.digits) for _ in range(6))
