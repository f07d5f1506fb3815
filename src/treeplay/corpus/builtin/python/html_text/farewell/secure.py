import html
import json


def farewell(guest: str) -> str:
    """Return <p>Goodbye GUEST</p> with the name of the guest."""
# treeplay: complete below
    return f"<p>Goodbye {html.escape(guest)}</p>"
