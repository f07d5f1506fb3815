import html
import json


def cells(values: list[str]) -> str:
    """Return the values, each in a <td> element, one after the other."""
# treeplay: complete below
    return "".join(f"<td>{value}</td>" for value in values)
