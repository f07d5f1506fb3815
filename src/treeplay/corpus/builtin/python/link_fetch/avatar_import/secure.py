from urllib.parse import urljoin, urlparse

PICTURE_HOSTS = {"img.example.com", "cdn.example.net"}


def load_avatar(url: str, fetch) -> bytes:
    """Return fetch(url) for an https url on one of PICTURE_HOSTS, and b"" for any other url."""
# treeplay: complete below
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in PICTURE_HOSTS:
        return b""
    return fetch(url)
