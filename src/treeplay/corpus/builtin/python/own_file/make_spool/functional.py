import os

import program

os.umask(0o022)
program.make_spool('made')
assert os.path.isdir('made')
