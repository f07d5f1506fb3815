import program

rows = [{"ms": 5}, {"ms": 20}, {"ms": 90}]
assert program.filter_rows(rows, "ms", "<", 20) == [{"ms": 5}]
assert program.filter_rows(rows, "ms", ">", 10) == [{"ms": 20}, {"ms": 90}]
assert program.filter_rows(rows, "ms", "==", 20) == [{"ms": 20}]
