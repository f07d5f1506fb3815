import operator
import sys


def filter_rows(rows: list[dict], column: str, comparison: str, limit: int) -> list[dict]:
    """Return the rows for which "row[column] comparison limit" holds.

    comparison is "<", ">" or "==".
    """
# treeplay: complete below
    compare = {"<": operator.lt, ">": operator.gt, "==": operator.eq}[comparison]
    return [row for row in rows if compare(row[column], limit)]
