import program

rows = [{"price": 4, "name": "a"}, {"price": 1, "name": "b"}, {"price": 7, "name": "c"}]
assert program.summarise(rows, "price", "min") == 1
assert program.summarise(rows, "price", "max") == 7
assert program.summarise(rows, "price", "sum") == 12
