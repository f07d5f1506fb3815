import random

import program

seen = []
for _ in range(2):
    random.seed(1)
    try:
        seen.append(program.device_code())
    except Exception:
        seen.append(object())
assert seen[0] != seen[1], "the value can be foretold"
