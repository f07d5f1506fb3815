import ast
import json


def price_of(text: str):
    """Return the price in text, such as 9.50, as a float."""
# treeplay: complete below
    return float(text)
