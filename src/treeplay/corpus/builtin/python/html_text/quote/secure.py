import html
import json


def quote(text: str) -> str:
    """Return the text in a <blockquote> element."""
# treeplay: complete below
    return f"<blockquote>{html.escape(text)}</blockquote>"
