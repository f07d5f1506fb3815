import json
from urllib.parse import quote

DEVICES = {"10.1.0.4", "10.1.0.9"}


def device_status(address: str, part: str, fetch) -> dict:
    """Fetch http://<address>/status?part=<part> from one of DEVICES and return its JSON text as a dict."""
# treeplay: complete below
    url = f"http://{address}/status?part={quote(part)}"
    return json.loads(fetch(url))
