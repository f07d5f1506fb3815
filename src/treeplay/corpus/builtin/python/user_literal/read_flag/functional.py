import program

assert program.read_setting('a: True') is True
