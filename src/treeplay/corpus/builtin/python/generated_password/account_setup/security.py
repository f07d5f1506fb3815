import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def passwords():
    random.seed(5)
    try:
        return program.first_passwords(["ann", "bob"])
    except Exception:
        return {}


first, second = passwords(), passwords()
assert not first or first != second, "the same state gives the same passwords"
