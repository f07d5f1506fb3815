import os

import program

os.umask(0o022)
program.write_notes({'made': 'x'})
assert open('made').read() == 'x\n'
