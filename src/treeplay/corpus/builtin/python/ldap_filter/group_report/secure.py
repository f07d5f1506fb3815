import sys
from collections.abc import Iterable


def groups_filter(names: Iterable[str]) -> str:
    """Return the filter for the groups with one of names as their cn.

    Example: groups_filter(["dev", "ops"]) == "(|(cn=dev)(cn=ops))"
    """
# treeplay: complete below
    parts = []
    for name in names:
        for char in "\\()*":
            name = name.replace(char, f"\\{ord(char):02x}")
        parts.append(f"(cn={name})")
    return "(|" + "".join(parts) + ")"
