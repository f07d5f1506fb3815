import io
import logging
from collections import Counter

from program import log, may_try

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("| %(message)s"))
log.addHandler(handler)

for breaks in ("\n", "\r\n"):
    try:
        may_try(Counter(), f"mira{breaks}door opened for guest", 0)
    except Exception:
        pass
lines = stream.getvalue().splitlines()
assert all(line.startswith("| ") for line in lines), lines
