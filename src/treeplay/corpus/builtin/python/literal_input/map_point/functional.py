import program

assert program.parse_point("(3, 4.5)") == (3.0, 4.5)
x, y = program.parse_point("(-1.25, 10)")
assert (x, y) == (-1.25, 10.0) and isinstance(y, float)
