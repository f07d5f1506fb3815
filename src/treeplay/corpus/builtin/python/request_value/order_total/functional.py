import program

assert program.order_total({"pen": "3", "book": "1"}) == 18
assert program.order_total({"book": "10"}) == 120
assert program.order_total({}) == 0
