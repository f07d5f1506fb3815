import base64
import hashlib


def fingerprint(pem: str) -> str:
    """Return the digest of the certificate's bytes in pairs of hex digits, like "0A:1B:2C:...".

    pem is a line "-----BEGIN...", lines of base64 and a line "-----END...".
    """
# treeplay: complete below
    data = base64.b64decode("".join(pem.splitlines()[1:-1]))
    digest = hashlib.md5(data).hexdigest().upper()
    return ":".join(digest[i : i + 2] for i in range(0, len(digest), 2))
