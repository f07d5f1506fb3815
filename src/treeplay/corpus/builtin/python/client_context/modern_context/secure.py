import ssl
import socket


def modern_context() -> ssl.SSLContext:
    """Return a TLS client context whose minimum version is TLS 1.2."""
# treeplay: complete below
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
