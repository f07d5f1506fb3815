import os

import program

open('a.txt', 'w').write('x\ny\n')
program.copy_file('a.txt', 'b.txt')
assert open('b.txt').read() == 'x\ny\n'
