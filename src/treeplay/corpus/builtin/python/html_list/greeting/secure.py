import html
import json


def greeting(user: str) -> str:
    """Return <p>Hello USER</p> with the name of the user."""
# treeplay: complete below
    return f"<p>Hello {html.escape(user)}</p>"
