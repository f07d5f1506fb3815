import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def codes():
    random.seed(3)
    try:
        return "".join(program.login_code() for _ in range(8))
    except Exception:
        return ""


assert not codes() or codes() != codes(), "the same state gives the same codes"
