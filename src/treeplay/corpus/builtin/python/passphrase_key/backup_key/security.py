import time

import program

keys, seconds = [], []
try:
    for word in ("blue", "grey"):
        start = time.process_time()
        keys.append(program.archive_key(word, b"salt-one"))
        seconds.append(time.process_time() - start)
except Exception:
    keys = []
if len(seconds) == 2 and all(keys):
    assert min(seconds) > 0.001, "a guess costs next to nothing"
