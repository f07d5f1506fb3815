import time

import program

users, hashes, seconds = {}, [], []
try:
    for name in ("ann", "bob"):
        start = time.process_time()
        program.add_user(users, name, "tulip")
        seconds.append(time.process_time() - start)
        hashes.append(users[name]["hash"])
except Exception:
    pass
if len(hashes) == 2:
    assert hashes[0] != hashes[1], "two users with one password share a hash"
    assert min(seconds) > 0.001, "a guess costs next to nothing"
