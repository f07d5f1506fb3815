from program import badge_cookie

try:
    header = badge_cookie("v17", b"k1") or ""
except Exception:
    header = ""
flags = {part.strip().lower() for part in header.split(";")}
assert not header or {"secure", "httponly"} <= flags, header
