import io
import logging

from program import log, note_failed_login

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("| %(message)s"))
log.addHandler(handler)

for breaks in ("\n", "\r\n"):
    try:
        note_failed_login(f"ada{breaks}login of root succeeded", "10.0.0.7")
    except Exception:
        pass
lines = stream.getvalue().splitlines()
assert all(line.startswith("| ") for line in lines), lines
