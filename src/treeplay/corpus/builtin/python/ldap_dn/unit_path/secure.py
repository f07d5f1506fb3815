import os
import sys

ROOT = "dc=example,dc=org"


def unit_dn(path: str) -> str:
    """Return the name of the unit at path, innermost unit first and ROOT at the end.

    Example: unit_dn("sales/north") == "ou=north,ou=sales,dc=example,dc=org"
    """
# treeplay: complete below
    parts = []
    for unit in reversed(path.split("/")):
        for char in '\\,+"<>;=#':
            unit = unit.replace(char, "\\" + char)
        parts.append(f"ou={unit}")
    return ",".join(parts) + "," + ROOT
