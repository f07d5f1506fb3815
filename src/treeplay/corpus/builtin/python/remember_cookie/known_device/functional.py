import uuid

from program import remember_device

headers = [("Content-Type", "text/html")]
device = remember_device(headers)
assert str(uuid.UUID(device)) == device
assert len(headers) == 2 and headers[0] == ("Content-Type", "text/html")
assert headers[1][0].lower() == "set-cookie"
assert headers[1][1].split(";")[0].strip() == f"device={device}", headers
assert remember_device([]) != device
