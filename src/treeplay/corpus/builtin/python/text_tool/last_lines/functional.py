import os

import program

open('a.txt', 'w').write('x\ny\n')
assert program.last_lines('a.txt') == 'x\ny\n'
