import ssl
import socket


def chat_context() -> ssl.SSLContext:
    """Return a TLS context for client connections."""
    context = ssl.create_default_context()
# treeplay: complete below
    return context
