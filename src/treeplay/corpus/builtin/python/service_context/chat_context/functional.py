import ssl

import program

assert isinstance(program.chat_context(), ssl.SSLContext)
