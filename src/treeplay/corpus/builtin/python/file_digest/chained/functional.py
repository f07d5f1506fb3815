import program

assert program.new_digest('a', b'b') == program.new_digest('a', b'b')
assert program.new_digest('a', b'b') != program.new_digest('a', b'c')
assert len(program.new_digest('a', b'b')) >= 32
int(program.new_digest('a', b'b'), 16)
