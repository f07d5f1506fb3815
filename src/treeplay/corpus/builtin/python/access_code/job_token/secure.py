import random
import secrets
import string


def job_token():
    """Return a random string of 40 hex digits."""
# treeplay: complete below
    return secrets.token_hex(20)
