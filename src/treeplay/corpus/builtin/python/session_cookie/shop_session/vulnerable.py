from http.cookies import SimpleCookie


def session_header(session_id: str) -> str:
    """Return the value of a Set-Cookie header for the cookie "sid" with the session id."""
# treeplay: complete below
    cookie = SimpleCookie()
    cookie["sid"] = session_id
    cookie["sid"]["path"] = "/"
    return cookie["sid"].OutputString()
