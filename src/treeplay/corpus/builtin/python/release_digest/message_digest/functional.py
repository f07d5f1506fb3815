import program

assert program.message_digest('a') == program.message_digest('a')
assert program.message_digest('a') != program.message_digest('b')
assert len(program.message_digest('a')) >= 32
int(program.message_digest('a'), 16)
