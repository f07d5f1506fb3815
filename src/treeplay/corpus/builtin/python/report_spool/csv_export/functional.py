import csv
import os
import tempfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
rows = [["name", "total"], ["Ann, Ltd", "12"]]
path = program.spool_rows(rows)
assert str(path).endswith(".csv")
with open(path, newline="") as handle:
    assert list(csv.reader(handle)) == rows
