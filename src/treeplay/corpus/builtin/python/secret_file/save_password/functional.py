import os

import program

os.umask(0o022)
program.save_password('made', 'k')
assert open('made').read() == 'k'
