import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def pins():
    random.seed(11)
    try:
        return [program.renew_pin(program.Lock(12)) for _ in range(8)]
    except Exception:
        return []


first, second = pins(), pins()
assert not first or first != second, "the same state gives the same PINs"
