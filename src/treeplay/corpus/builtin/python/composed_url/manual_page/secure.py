from urllib.parse import urljoin, urlparse

MANUAL = "https://docs.example.net/manual/"


def load_page(link: str, fetch) -> str:
    """Return fetch(url) for the manual's page link, such as "intro.html" or "api/list.html"."""
# treeplay: complete below
    url = urljoin(MANUAL, link)
    if urlparse(url).netloc != "docs.example.net":
        raise ValueError(f"not a page of the manual: {link}")
    return fetch(url)
