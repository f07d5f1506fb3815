import os

import program


try:
    program.make_folder('x; touch canary')
except Exception:
    pass
assert not os.path.exists("canary"), "the name ran as a command"
