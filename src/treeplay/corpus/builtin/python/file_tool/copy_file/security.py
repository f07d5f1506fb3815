import os

import program


try:
    program.copy_file('a.txt', 'b.txt; mkdir canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
