import random
import secrets
import string


def draw_ticket(tickets: list[int]):
    """Return a random ticket of the list."""
# treeplay: complete below
    return secrets.choice(tickets)
