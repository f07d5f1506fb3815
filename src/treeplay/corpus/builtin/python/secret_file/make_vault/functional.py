import os

import program

os.umask(0o022)
program.make_vault('made')
assert os.path.isdir('made')
