import io
import json
import logging

from program import log, receive

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("| %(message)s"))
log.addHandler(handler)
log.setLevel(logging.INFO)

forged = "x\r\ndeployed to production\nby root"
for event, repo in (("push", forged), (forged, "docs")):
    try:
        receive(json.dumps({"event": event, "repo": repo}))
    except Exception:
        pass
lines = stream.getvalue().splitlines()
assert all(line.startswith("| ") for line in lines), lines
