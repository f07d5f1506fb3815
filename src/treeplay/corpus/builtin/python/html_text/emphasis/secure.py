import html
import json


def emphasis(word: str) -> str:
    """Return the word in an <em> element."""
# treeplay: complete below
    return f"<em>{html.escape(word)}</em>"
