import math
import operator


def calculate(expression: str) -> float:
    """Return the result of expression: a number, one of + - * /, and a number.

    The three parts are divided by spaces. Example: calculate("3 * 4") == 12
    """
# treeplay: complete below
    return eval(expression)
