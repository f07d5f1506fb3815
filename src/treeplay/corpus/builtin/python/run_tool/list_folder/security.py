import os

import program


try:
    program.list_folder('. ; mkdir canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
