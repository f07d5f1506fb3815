import statistics


def summarise(rows: list[dict], column: str, how: str) -> float:
    """Return the min, max or sum of column over all rows.

    how is "min", "max" or "sum".
    """
# treeplay: complete below
    values = [row[column] for row in rows]
    return eval(how)(values)
