import html
import json


def bold(name: str) -> str:
    """Return the name in a <b> element."""
# treeplay: complete below
    return f"<b>{html.escape(name)}</b>"
