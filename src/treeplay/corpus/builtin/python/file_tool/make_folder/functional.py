import os

import program

program.make_folder('new')
assert os.path.isdir('new')
