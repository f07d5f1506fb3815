import random
import time
from pathlib import Path

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program

Path("words").write_text("\n".join(f"word{number}" for number in range(200)))


def phrases():
    random.seed(21)
    try:
        return [program.suggest_phrase("words") for _ in range(4)]
    except Exception:
        return []


first, second = phrases(), phrases()
assert not first or first != second, "the same state gives the same passphrases"
