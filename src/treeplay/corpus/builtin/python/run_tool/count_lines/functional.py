import os

import program

open('a.txt', 'w').write('x\ny\n')
assert program.count_lines('a.txt').split()[0] == '2'
