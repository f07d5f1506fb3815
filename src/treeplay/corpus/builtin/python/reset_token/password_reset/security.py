import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def links():
    random.seed(7)
    try:
        return [program.start_reset("ann") for _ in range(4)]
    except Exception:
        return []


first, second = links(), links()
assert not set(first) & set(second), "the same state gives the same link"
