import ssl
import socket


def feed_context() -> ssl.SSLContext:
    """Return a TLS context for client connections."""
# treeplay: complete below
    return ssl._create_unverified_context()
