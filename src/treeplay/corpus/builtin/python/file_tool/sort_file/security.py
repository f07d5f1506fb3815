import os

import program


try:
    program.sort_file('a.txt; mkdir canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
