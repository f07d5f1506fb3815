import ssl

import program

assert isinstance(program.api_context(), ssl.SSLContext)
