import re

from program import paired

for target in ("https://evil.example/x", "//evil.example/x", "https:evil.example/x", "https%3A%2F%2Fevil.example"):
    try:
        location = paired(f"code=ab12&goto={target}", [])[1].get("Location", "")
    except Exception:
        continue
    assert not re.match(r"\s*(//|[a-z]+:)", location, re.IGNORECASE), location
