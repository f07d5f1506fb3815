import time

import program

codes, seconds = [], []
try:
    for word in ("plum", "pear"):
        start = time.process_time()
        codes.append(program.lock_code(12, word, "x7"))
        seconds.append(time.process_time() - start)
except Exception:
    codes = []
if len(seconds) == 2 and all(codes):
    assert min(seconds) > 0.001, "a guess costs next to nothing"
    assert "plum" not in str(codes[0]), "the password itself is in the code"
