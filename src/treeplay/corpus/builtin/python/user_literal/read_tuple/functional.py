import program

assert program.read_point('(1, 2)') == (1, 2)
