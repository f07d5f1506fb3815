import random
import secrets
import string


def session_id():
    """Return a random string of 64 hex digits."""
# treeplay: complete below
    return secrets.token_hex(32)
