import ast
import json


def parse_list(text: str):
    """Return the Python list written in text, such as [1, 2]."""
# treeplay: complete below
    return ast.literal_eval(text)
