from urllib.parse import quote, urlsplit


def after_login(next_url: str) -> str:
    """Return where to go after login: next_url, such as "/orders?page=2", or "/home" if it is empty."""
# treeplay: complete below
    if not next_url:
        return "/home"
    return next_url
