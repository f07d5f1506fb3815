import os

import program

os.umask(0o022)
open('made', 'w').write('x')
program.rotate('made', 'old')
assert open('old').read() == 'x' and open('made').read() == ''
