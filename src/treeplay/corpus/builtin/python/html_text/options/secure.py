import html
import json


def options(labels: list[str]) -> str:
    """Return the labels, each in an <option> element, one after the other."""
# treeplay: complete below
    return "".join(f"<option>{html.escape(label)}</option>" for label in labels)
