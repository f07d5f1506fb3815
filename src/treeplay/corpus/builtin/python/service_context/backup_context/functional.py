import ssl

import program

assert isinstance(program.backup_context(), ssl.SSLContext)
