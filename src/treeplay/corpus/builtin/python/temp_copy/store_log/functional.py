import os

import program

assert open(program.store_log('x')).read() == 'x'
