import logging
from collections import Counter

log = logging.getLogger("keypad")


def may_try(tries: Counter[str], user: str, limit: int) -> bool:
    """Count a try of the user; once there are more than limit, log user and tries at warning and return False."""
# treeplay: complete below
    tries[user] += 1
    if tries[user] > limit:
        log.warning("locked out: %r after %d tries", user, tries[user])
        return False
    return True
