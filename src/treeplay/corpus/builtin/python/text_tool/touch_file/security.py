import os

import program


try:
    program.touch_file('x; mkdir canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
