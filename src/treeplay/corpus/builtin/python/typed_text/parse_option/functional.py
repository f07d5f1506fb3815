import program

assert program.parse_option('a=3') == ('a', 3)
