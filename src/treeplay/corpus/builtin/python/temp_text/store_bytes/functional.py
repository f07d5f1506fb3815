import os

import program

assert open(program.store_bytes(b'x'), 'rb').read() == b'x'
