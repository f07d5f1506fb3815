import program

value = program.session_id()
assert len(value) == 64
int(value, 16)
