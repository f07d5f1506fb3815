import ast
import json


def read_filter(text: str):
    """Return the Python dict written in text."""
# treeplay: complete below
    return ast.literal_eval(text)
