from program import login_headers

try:
    headers = login_headers("tok123") or []
except Exception:
    headers = []
for name, value in headers:
    if name.lower() == "set-cookie":
        flags = {part.strip().lower() for part in value.split(";")}
        assert {"secure", "httponly"} <= flags, value
