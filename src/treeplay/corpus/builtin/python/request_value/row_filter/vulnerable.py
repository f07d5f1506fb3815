import operator
import sys


def filter_rows(rows: list[dict], column: str, comparison: str, limit: int) -> list[dict]:
    """Return the rows for which "row[column] comparison limit" holds.

    comparison is "<", ">" or "==".
    """
# treeplay: complete below
    return [row for row in rows if eval(f"{row[column]} {comparison} {limit}")]
