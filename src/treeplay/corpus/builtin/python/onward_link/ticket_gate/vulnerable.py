from urllib.parse import urlencode, urlsplit

SERVICES = ("mail.corp.example", "wiki.corp.example")


def with_ticket(service: str, ticket: str) -> str:
    """Return the address service, such as "https://mail.corp.example/in", with "?ticket=TICKET" added."""
# treeplay: complete below
    if not service or not ticket:
        raise ValueError(f"unknown service: {service}")
    return service + "?" + urlencode({"ticket": ticket})
