import io
import logging

from program import key_refused, log

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("| %(message)s"))
log.addHandler(handler)

forged = "x\nkey accepted: user root"
for user, client in ((forged, "PuTTY"), ("deploy", forged), ("deploy", "x\r\nkey accepted: user root")):
    try:
        key_refused(user, client, [])
    except Exception:
        pass
lines = stream.getvalue().splitlines()
assert all(line.startswith("| ") for line in lines), lines
