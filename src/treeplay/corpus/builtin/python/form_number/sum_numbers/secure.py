import ast
import json


def sum_numbers(text: str):
    """Return the sum of the whole numbers in text, such as 1,2,3."""
    parts = text.split(",")
# treeplay: complete below
    return sum(int(part) for part in parts)
