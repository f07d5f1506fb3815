import program

assert program.pair_digest('a', 'b') == program.pair_digest('a', 'b')
assert program.pair_digest('a', 'b') != program.pair_digest('a', 'c')
assert len(program.pair_digest('a', 'b')) >= 32
int(program.pair_digest('a', 'b'), 16)
