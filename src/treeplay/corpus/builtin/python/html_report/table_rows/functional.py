import program

assert program.table_rows({"Age": "30"}) == "<tr><td>Age</td><td>30</td></tr>"
expected = "<tr><td>Town</td><td>Oslo</td></tr><tr><td>Pet</td><td>cat</td></tr>"
assert program.table_rows({"Town": "Oslo", "Pet": "cat"}) == expected
