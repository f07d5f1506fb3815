import program

value = program.reset_number()
assert isinstance(value, int) and 0 <= value <= 99999999
