import base64
import hashlib


def login_key(email: str, password: str) -> str:
    """Return the base64 text of 32 bytes made from password and the lower-case email as salt."""
# treeplay: complete below
    salt = email.lower().encode()
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)
    return base64.b64encode(key).decode()
