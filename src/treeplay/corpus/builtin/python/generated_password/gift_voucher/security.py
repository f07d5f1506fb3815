import random
import time

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def codes():
    random.seed(42)
    try:
        return [program.voucher_code(set(), 25) for _ in range(4)]
    except Exception:
        return []


assert not set(codes()) & set(codes()), "the same state gives the same voucher"
