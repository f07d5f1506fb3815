import html
import json


def heading(title: str) -> str:
    """Return the title in an <h1> element."""
# treeplay: complete below
    return f"<h1>{html.escape(title)}</h1>"
