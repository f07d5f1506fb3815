import program

assert program.block_digest([b'a', b'b']) == program.block_digest([b'a', b'b'])
assert program.block_digest([b'a', b'b']) != program.block_digest([b'a', b'c'])
assert len(program.block_digest([b'a', b'b'])) >= 32
int(program.block_digest([b'a', b'b']), 16)
