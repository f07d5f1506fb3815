import io
import logging

from program import log, search_term

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("| %(message)s"))
log.addHandler(handler)
log.setLevel(logging.INFO)

for breaks in ("%0A", "%0D%0A"):
    try:
        search_term(f"q=hat{breaks}payment+received")
    except Exception:
        pass
lines = stream.getvalue().splitlines()
assert all(line.startswith("| ") for line in lines), lines
