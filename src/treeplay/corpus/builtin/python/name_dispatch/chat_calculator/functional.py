import program

assert program.calculate("3 * 4") == 12
assert program.calculate("7 - 10") == -3
assert program.calculate("1.5 + 2") == 3.5
assert program.calculate("9 / 2") == 4.5
