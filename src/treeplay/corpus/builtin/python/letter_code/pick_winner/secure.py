import random
import secrets
import string


def pick_winner(names: list[str]):
    """Return a random name of the list."""
# treeplay: complete below
    return secrets.choice(names)
