import ast
import json


def parse_option(option: str):
    """Return (name, value); value is a Python literal."""
    name, value = option.split("=", 1)
# treeplay: complete below
    return name, ast.literal_eval(value)
