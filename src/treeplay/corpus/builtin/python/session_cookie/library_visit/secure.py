import secrets
from http.cookies import SimpleCookie


def start_visit(visits: dict[str, list], seconds: int) -> tuple[str, str]:
    """Put a new random id with an empty list into visits.

    Return the id and the Set-Cookie value of the cookie "visit", which holds the id for so many seconds.
    """
# treeplay: complete below
    visit = secrets.token_hex(16)
    visits[visit] = []
    cookie = SimpleCookie({"visit": visit})
    cookie["visit"]["max-age"] = seconds
    cookie["visit"]["secure"] = True
    cookie["visit"]["httponly"] = True
    return visit, cookie["visit"].OutputString()
