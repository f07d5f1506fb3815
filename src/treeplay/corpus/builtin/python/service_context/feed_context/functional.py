import ssl

import program

assert isinstance(program.feed_context(), ssl.SSLContext)
