import hashlib
import hmac
from urllib.parse import quote

KEY = b"k3y-of-the-file-host"


def download_link(name: str, expires: int) -> str:
    """Return "/get/<name>?expires=<expires>&sig=<hex signature>".

    The signature is made with KEY over the part in front of "&sig=".
    """
# treeplay: complete below
    link = f"/get/{quote(name)}?expires={expires}"
    signature = hashlib.sha1(KEY + link.encode()).hexdigest()
    return f"{link}&sig={signature}"
