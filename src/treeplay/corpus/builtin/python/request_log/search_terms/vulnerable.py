import logging
from urllib.parse import parse_qs

log = logging.getLogger("shop.search")


def search_term(query: str) -> str:
    """Return the value of "q" in a query string like "q=red+shoes&page=2" ("" without one); log it at info."""
# treeplay: complete below
    term = parse_qs(query).get("q", [""])[0]
    log.info("search for %s", term)
    return term
