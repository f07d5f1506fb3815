import program

value = program.upload_id()
assert len(value) == 32
int(value, 16)
