from http.cookies import SimpleCookie


def login_headers(token: str) -> list[tuple[str, str]]:
    """Return the headers of the response: ("Location", "/forum") and a Set-Cookie with "forum_session" = token."""
# treeplay: complete below
    cookie = SimpleCookie({"forum_session": token})
    cookie["forum_session"].update({"path": "/"})
    value = cookie["forum_session"].OutputString()
    return [("Location", "/forum"), ("Set-Cookie", value)]
