import ssl

import program

context = program.make_context()
assert isinstance(context, ssl.SSLContext)
assert context.minimum_version == ssl.TLSVersion.TLSv1_3
context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=False, server_hostname="api.example.com")
