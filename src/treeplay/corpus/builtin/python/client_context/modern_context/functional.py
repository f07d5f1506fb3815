import ssl

import program

assert isinstance(program.modern_context(), ssl.SSLContext)
