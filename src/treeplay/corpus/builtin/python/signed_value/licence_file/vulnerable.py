import base64
import hashlib
import hmac


def make_licence(owner: str, seats: int, key: bytes) -> str:
    """Return the lines "owner=<owner>", "seats=<seats>" and "sig=<hex signature>".

    The signature is made with key over the first two lines.
    """
# treeplay: complete below
    text = f"owner={owner}\nseats={seats}\n"
    signature = hashlib.md5(key + text.encode()).hexdigest()
    return text + "sig=" + signature
