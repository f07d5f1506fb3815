import random
import secrets
import string


def reset_number():
    """Return a random number from 0 to 99999999."""
# treeplay: complete below
    return random.randint(0, 99999999)
