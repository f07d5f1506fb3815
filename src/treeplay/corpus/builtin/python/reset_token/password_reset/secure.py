import random
import secrets
import string

PENDING: dict[str, str] = {}


def start_reset(user: str) -> str:
    """Make a new token of 32 letters or digits, store user under it in PENDING.

    Return the link "https://example.org/reset/<token>".
    """
# treeplay: complete below
    alphabet = string.ascii_letters + string.digits
    token = "".join(secrets.choice(alphabet) for _ in range(32))
    PENDING[token] = user
    return f"https://example.org/reset/{token}"
