import program

value = program.invite_code()
assert len(value) == 12 and value.isalpha()
