import program

value = program.first_password(16)
assert len(value) == 16 and value.isalnum()
