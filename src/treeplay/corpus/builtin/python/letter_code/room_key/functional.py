import program

value = program.room_key(20)
assert len(value) == 20 and value.isalpha() and value == value.lower()
