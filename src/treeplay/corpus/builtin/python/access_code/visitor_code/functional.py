import program

value = program.visitor_code()
assert len(value) == 8 and value.isdigit()
