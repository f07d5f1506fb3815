import os

import program

assert open(program.store_text('x')).read() == 'x'
