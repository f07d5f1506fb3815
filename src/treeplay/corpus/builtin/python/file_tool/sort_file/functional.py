import os

import program

open('a.txt', 'w').write('y\nx\n')
assert program.sort_file('a.txt') == 'x\ny\n'
