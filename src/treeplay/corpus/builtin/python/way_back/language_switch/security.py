import re

from program import switch_language

for target in ("https://evil.example/x", "//evil.example/x", "https:evil.example/x"):
    try:
        location = switch_language(f"lang=fi&back={target}")[1] or ""
    except Exception:
        continue
    assert not re.match(r"\s*(//|[a-z]+:)", location, re.IGNORECASE), location
