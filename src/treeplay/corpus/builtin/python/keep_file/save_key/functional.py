import os

import program

os.umask(0o022)
program.save_key('made', 'k')
assert open('made').read() == 'k'
