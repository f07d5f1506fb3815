import os

import program

os.umask(0o022)
program.export_cookies({'a': 'b'})
assert open('made').read() == 'a=b'
