import socket
import ssl


def broker_context(protocols: list[str]) -> ssl.SSLContext:
    """Return a client context that offers protocols, such as ["mqtt"], to the broker by ALPN."""
# treeplay: complete below
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_alpn_protocols(protocols)
    return context
