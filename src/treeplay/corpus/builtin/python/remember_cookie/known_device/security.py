from program import remember_device

headers = []
try:
    remember_device(headers)
except Exception:
    pass
for _, value in headers:
    flags = {part.strip().lower() for part in value.split(";")}
    assert {"secure", "httponly"} <= flags, value
