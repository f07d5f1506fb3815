from urllib.parse import quote, urlsplit


def after_login(next_url: str) -> str:
    """Return where to go after login: next_url, such as "/orders?page=2", or "/home" if it is empty."""
# treeplay: complete below
    if not next_url.startswith("/") or next_url.startswith(("//", "/\\")):
        return "/home"
    return next_url
