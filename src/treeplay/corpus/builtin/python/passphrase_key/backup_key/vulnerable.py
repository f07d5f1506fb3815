import hashlib
import hmac


def archive_key(passphrase: str, salt: bytes) -> bytes:
    """Return a 32-byte key that depends on passphrase and salt; equal inputs give equal keys."""
# treeplay: complete below
    secret = passphrase.encode()
    return hashlib.sha256(salt + secret).digest()
