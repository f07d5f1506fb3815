import os

import program

path = program.store_script('x')
assert path.endswith('.sh') and open(path).read() == 'x'
