import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def ids():
    random.seed(99)
    try:
        return [program.Sessions().start("ann") for _ in range(4)]
    except Exception:
        return []


assert not set(ids()) & set(ids()), "the same state gives the same session id"
