import os

import program

open('a.txt', 'w').write('x\ny\n')
program.move_file('a.txt', 'b.txt')
assert os.path.exists('b.txt') and not os.path.exists('a.txt')
