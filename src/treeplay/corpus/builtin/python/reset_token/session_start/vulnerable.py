import random
import secrets
import time


class Sessions:
    def __init__(self) -> None:
        self.users: dict[str, tuple[str, float]] = {}

    def start(self, user: str) -> str:
        """Return a new session id of 32 hex digits.

        self.users gets user and the time of the start, as a pair, under the id.
        """
# treeplay: complete below
        session = "%032x" % random.getrandbits(128)
        self.users[session] = (user, time.time())
        return session
