import csv
import os
import tempfile


def spool_rows(rows: list[list[str]]) -> str:
    """Write the rows as CSV to a temporary file whose name ends in .csv and return its path."""
# treeplay: complete below
    fd, path = tempfile.mkstemp(suffix=".csv")
    with os.fdopen(fd, "w", newline="") as handle:
        csv.writer(handle).writerows(rows)
    return path
