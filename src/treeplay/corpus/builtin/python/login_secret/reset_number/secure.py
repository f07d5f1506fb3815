import random
import secrets
import string


def reset_number():
    """Return a random number from 0 to 99999999."""
# treeplay: complete below
    return secrets.randbelow(100000000)
