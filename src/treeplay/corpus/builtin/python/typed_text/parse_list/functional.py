import program

assert program.parse_list('[1, 2]') == [1, 2]
