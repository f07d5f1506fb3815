import program

assert program.digest(b'a') == program.digest(b'a')
assert program.digest(b'a') != program.digest(b'b')
assert len(program.digest(b'a')) >= 32
int(program.digest(b'a'), 16)
