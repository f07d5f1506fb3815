import ssl

import program

assert isinstance(program.mail_context(), ssl.SSLContext)
