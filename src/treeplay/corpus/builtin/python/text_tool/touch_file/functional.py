import os

import program

program.touch_file('new')
assert os.path.exists('new')
