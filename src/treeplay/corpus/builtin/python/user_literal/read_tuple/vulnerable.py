import ast
import json


def read_point(text: str):
    """Return the Python tuple written in text, such as (1, 2)."""
# treeplay: complete below
    return eval(text)
