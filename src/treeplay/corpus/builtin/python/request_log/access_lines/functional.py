from pathlib import Path

from program import log_request

log_request("access.log", 200, "/news", "Firefox/126")
log_request("access.log", 404, "/old", "curl/8.5")
lines = Path("access.log").read_text().splitlines()
assert len(lines) == 2
assert lines[0].startswith("200 ") and "/news" in lines[0] and "Firefox/126" in lines[0]
assert lines[1].startswith("404 ") and "/old" in lines[1] and "curl/8.5" in lines[1]
