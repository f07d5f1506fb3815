import time

import program

keys, seconds = [], []
try:
    for word in ("plum", "pear"):
        start = time.process_time()
        keys.append(program.login_key("ann@example.org", word))
        seconds.append(time.process_time() - start)
except Exception:
    keys = []
if len(seconds) == 2 and all(keys):
    assert min(seconds) > 0.001, "a guess costs next to nothing"
