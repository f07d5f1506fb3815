from urllib.parse import quote


def login_cookie(name: str, value: str, days: int = 0) -> str:
    """Return the value of a Set-Cookie header with name=value; with days above 0 it has Max-Age in seconds."""
# treeplay: complete below
    parts = [f"{name}={quote(value)}", "Path=/"]
    if days > 0:
        parts.append(f"Max-Age={days * 86400}")
    return "; ".join(parts)
