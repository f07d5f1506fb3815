import ssl

import program

assert isinstance(program.encrypt('HIGH'), ssl.SSLContext)
