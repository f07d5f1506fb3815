import html
import json


def heading(title: str) -> str:
    """Return the title in an <h1> element."""
# treeplay: complete below
    return "<h1>" + title + "</h1>"
