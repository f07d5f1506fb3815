import ast
import json


def page_number(text: str):
    """Return the whole number in text."""
# treeplay: complete below
    return eval(text)
