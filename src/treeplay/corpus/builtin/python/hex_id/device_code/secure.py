import random
import secrets
import string


def device_code():
    """Return a random number from 0 to 999999."""
# treeplay: complete below
    return secrets.randbelow(1000000)
