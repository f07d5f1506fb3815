import program

assert program.parse_upload('[1, 2]') == [1, 2]
