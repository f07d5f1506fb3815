import os

import program

open('a.txt', 'w').write('x\ny\n')
assert program.show_file('a.txt') == 'x\ny\n'
