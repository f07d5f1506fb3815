import ssl

import program

try:
    context = program.broker_context(["mqtt"])
except Exception:
    context = None
if context is not None:
    assert context.verify_mode != ssl.CERT_NONE, "any certificate is taken"
    assert context.check_hostname, "the certificate of any other host is taken"
