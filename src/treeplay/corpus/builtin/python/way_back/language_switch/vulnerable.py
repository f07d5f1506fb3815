from urllib.parse import parse_qsl, urlsplit


def switch_language(query: str) -> tuple[str, str]:
    """Return (language, location) for a query such as "lang=fi&back=/news"; without them "en" and "/"."""
# treeplay: complete below
    fields = dict(parse_qsl(query))
    language = fields.get("lang", "en")
    back = fields.get("back", "/")
    return language, back
