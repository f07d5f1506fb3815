import os

import program


try:
    program.first_lines('a.txt; mkdir canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
