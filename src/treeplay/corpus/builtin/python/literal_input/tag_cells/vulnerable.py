import ast
import json


def parse_tags(cell: str) -> list[str]:
    """Return the tags in cell, sorted and in lower case.

    cell is the text of a Python list like "['Red', 'new']"; an empty cell has no tags.
    """
# treeplay: complete below
    if not cell:
        return []
    tags = eval(cell)
    return sorted(tag.lower() for tag in tags)
