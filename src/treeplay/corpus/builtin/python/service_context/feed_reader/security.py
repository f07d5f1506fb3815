import ssl

import program

try:
    context = program.prepare_tls(['h2'])
except Exception:
    context = None
assert context is None or (context.verify_mode == ssl.CERT_REQUIRED and context.check_hostname), "nobody checks the other side"
