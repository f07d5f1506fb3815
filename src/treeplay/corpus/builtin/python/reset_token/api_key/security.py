import random
import time
from pathlib import Path

time.time = lambda: 1700000000.0
time.time_ns = lambda: 1700000000000000000

import program


def keys():
    Path("keys").write_text("{}")
    random.seed("again")
    try:
        return [program.create_key(Path("keys"), "shop") for _ in range(4)]
    except Exception:
        return []


assert not set(keys()) & set(keys()), "the same state gives the same key"
