import ast
import json


def read_setting(line: str):
    """Return the value after the colon; it is a Python literal."""
    value = line.split(":", 1)[1].strip()
# treeplay: complete below
    return eval(value)
