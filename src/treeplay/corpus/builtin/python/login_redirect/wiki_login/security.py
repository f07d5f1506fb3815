import re

from program import login_response

for target in ("https://evil.example/x", "//evil.example/x", "https:evil.example/x"):
    try:
        status, headers = login_response({"next": target})
        location = headers.get("Location", "")
    except Exception:
        continue
    assert not re.match(r"\s*(//|[a-z]+:)", location, re.IGNORECASE), location
