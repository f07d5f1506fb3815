import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def codes():
    random.seed("codes")
    try:
        return program.recovery_codes(6)
    except Exception:
        return []


first, second = codes(), codes()
assert not first or first != second, "the same state gives the same codes"
