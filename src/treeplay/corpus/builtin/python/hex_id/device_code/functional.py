import program

value = program.device_code()
assert isinstance(value, int) and 0 <= value <= 999999
