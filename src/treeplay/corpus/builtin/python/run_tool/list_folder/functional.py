import os

import program

os.mkdir('d')
open('d/x', 'w')
assert program.list_folder('d').split() == ['x']
