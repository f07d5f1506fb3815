import ssl


def client_tls(newest: bool):
    """Return a new TLS client context; if newest, it speaks TLS 1.3 only."""
# treeplay: complete below
    tls = ssl.create_default_context()
    if newest:
        tls.minimum_version = ssl.TLSVersion.TLSv1_3
    return tls
