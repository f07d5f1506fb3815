from program import remember_header

try:
    header = remember_header("r-77") or ""
except Exception:
    header = ""
flags = {part.strip().lower() for part in header.split(";")}
assert not header or {"secure", "httponly"} <= flags, header
