import ssl
import socket


def api_context() -> ssl.SSLContext:
    """Return a TLS context for client connections."""
    context = ssl.create_default_context()
# treeplay: complete below
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
