from datetime import timedelta

KEEP = timedelta(days=30)


def remember_header(token: str) -> str:
    """Return the value of a Set-Cookie header: the cookie "remember" with the token, kept for KEEP."""
# treeplay: complete below
    seconds = int(KEEP.total_seconds())
    return f"remember={token}; Max-Age={seconds}; Path=/; Secure; HttpOnly"
