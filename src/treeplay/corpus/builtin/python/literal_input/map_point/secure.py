import argparse
import ast


def parse_point(text: str) -> tuple[float, float]:
    """Return the point written in text as "(x, y)", as two floats.

    Example: parse_point("(3, 4.5)") == (3.0, 4.5)
    """
# treeplay: complete below
    x, y = ast.literal_eval(text)
    return float(x), float(y)
