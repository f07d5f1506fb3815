import uuid


def remember_device(headers: list[tuple[str, str]]) -> str:
    """Append a Set-Cookie header with the cookie "device" and a new uuid4 to headers; return the uuid as text."""
# treeplay: complete below
    device = str(uuid.uuid4())
    headers.append(("Set-Cookie", f"device={device}; Path=/"))
    return device
