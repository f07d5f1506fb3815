import ssl

import program

assert isinstance(program.client_tls(True), ssl.SSLContext)
