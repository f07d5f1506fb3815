from http.cookies import SimpleCookie


def token_cookies(access: str, refresh: str) -> list[str]:
    """Return two Set-Cookie values: first the cookie "access", then the cookie "refresh", each with its token."""
# treeplay: complete below
    cookie = SimpleCookie({"access": access, "refresh": refresh})
    for morsel in cookie.values():
        morsel["path"] = "/api"
        morsel["secure"] = True
        morsel["httponly"] = True
    return [cookie["access"].OutputString(), cookie["refresh"].OutputString()]
