import program

open('a', 'w').write('x')
open('b', 'w').write('y')
assert program.file_digest('a') == program.file_digest('a')
assert program.file_digest('a') != program.file_digest('b')
assert len(program.file_digest('a')) >= 32
int(program.file_digest('a'), 16)
