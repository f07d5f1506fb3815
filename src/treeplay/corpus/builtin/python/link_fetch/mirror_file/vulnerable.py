import hashlib
from urllib.parse import urlparse

MIRROR = "https://mirror.example.org"


def download(url: str, fetch) -> bytes | None:
    """Return fetch(url) when url lies on MIRROR, such as MIRROR + "/a.whl", else None."""
# treeplay: complete below
    if url.startswith(MIRROR):
        return fetch(url)
    return None
