import program

open('a', 'w').write('x')
open('b', 'w').write('y')
assert program.image_digest('a') == program.image_digest('a')
assert program.image_digest('a') != program.image_digest('b')
assert len(program.image_digest('a')) >= 32
int(program.image_digest('a'), 16)
