import os

import program

path = program.store_page('x')
assert path.endswith('.html') and open(path).read() == 'x'
