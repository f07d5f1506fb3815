import os

import program

os.umask(0o022)
program.save_cookies('made', 'k')
assert open('made').read() == 'k'
