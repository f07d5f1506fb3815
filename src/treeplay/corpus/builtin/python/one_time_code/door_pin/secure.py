import logging
import random
import secrets


class Lock:
    def __init__(self, room: int) -> None:
        self.room = room
        self.pin = 0


def renew_pin(lock: Lock) -> int:
    """Set lock.pin to a new number from 100000 to 999999 and return it."""
# treeplay: complete below
    lock.pin = 100000 + secrets.randbelow(900000)
    return lock.pin
