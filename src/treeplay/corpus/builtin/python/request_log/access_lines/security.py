from pathlib import Path

from program import log_request

log = Path("access.log")
log.write_text("200 / start\n")
forged = "x\n500 /admin Firefox/126"
for path, agent in ((forged, "curl/8.5"), ("/news", forged), ("/news", "x\r\n500 /admin Firefox/126")):
    try:
        log_request("access.log", 200, path, agent)
    except Exception:
        pass
lines = log.read_text().splitlines()
assert all(line.startswith("200 ") for line in lines), lines
