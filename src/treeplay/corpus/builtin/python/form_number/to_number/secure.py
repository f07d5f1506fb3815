import ast
import json


def to_number(text: str):
    """Return the whole number written in text."""
# treeplay: complete below
    return int(text)
