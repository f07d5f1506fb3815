from program import session_header

try:
    header = session_header("a1b2c3") or ""
except Exception:
    header = ""
flags = {part.strip().lower() for part in header.split(";")}
assert not header or {"secure", "httponly"} <= flags, header
