import random
import secrets
import string


def upload_id():
    """Return a random string of 32 hex digits."""
# treeplay: complete below
    return secrets.token_hex(16)
