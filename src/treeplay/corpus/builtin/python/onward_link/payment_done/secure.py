from urllib.parse import urlencode, urlsplit

SITE = "https://tickets.example"


def payment_done(path: str, order: int) -> str:
    """Return the address of the path on our site, with the order: "/thanks" gives SITE + "/thanks?order=7"."""
# treeplay: complete below
    if not path.startswith("/"):
        path = "/"
    return f"{SITE}{path}?order={order}"
