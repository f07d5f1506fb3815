from urllib.parse import urljoin, urlparse

MANUAL = "https://docs.example.net/manual/"


def load_page(link: str, fetch) -> str:
    """Return fetch(url) for the manual's page link, such as "intro.html" or "api/list.html"."""
# treeplay: complete below
    url = urljoin(MANUAL, link)
    return fetch(url)
