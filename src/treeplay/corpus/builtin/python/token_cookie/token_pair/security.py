from program import token_cookies

try:
    values = token_cookies("aa1", "bb2") or []
except Exception:
    values = []
for value in values:
    flags = {part.strip().lower() for part in value.split(";")}
    assert {"secure", "httponly"} <= flags, value
