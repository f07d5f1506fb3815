import ssl
from unittest.mock import MagicMock

import program

server = MagicMock()
try:
    program.send_report(server, "bot@example.com", "pw", "ann@example.org", "12 orders")
except Exception:
    pass
context = None  # as in smtplib, no context means no check of the certificate
for name, args, kwargs in server.method_calls:
    if name == "starttls":
        context = kwargs.get("context")
    if name in ("login", "sendmail", "send_message"):
        assert context is not None, "credentials are sent to whoever answers"
        assert context.verify_mode != ssl.CERT_NONE, "any certificate is taken"
        assert context.check_hostname, "the certificate of any other host is taken"
