import os

import program

assert open(program.store_image(b'x'), 'rb').read() == b'x'
