import html
import json


def paragraph(comment: str) -> str:
    """Return the comment in a <p> element."""
# treeplay: complete below
    return f"<p>{html.escape(comment)}</p>"
