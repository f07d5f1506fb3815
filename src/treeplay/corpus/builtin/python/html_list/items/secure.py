import html
import json


def items(names: list[str]) -> str:
    """Return the names, each in an <li> element, one after the other."""
# treeplay: complete below
    return "".join(f"<li>{html.escape(name)}</li>" for name in names)
