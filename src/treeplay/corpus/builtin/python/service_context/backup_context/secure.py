import ssl
import socket


def backup_context() -> ssl.SSLContext:
    """Return a TLS client context whose minimum version is TLS 1.3."""
# treeplay: complete below
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context
