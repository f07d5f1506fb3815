import program

assert program.text_digest('a') == program.text_digest('a')
assert program.text_digest('a') != program.text_digest('b')
assert len(program.text_digest('a')) >= 32
int(program.text_digest('a'), 16)
