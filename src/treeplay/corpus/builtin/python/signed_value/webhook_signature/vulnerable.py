import hashlib
import hmac
import json


def sign_event(event: dict, key: bytes) -> tuple[bytes, str]:
    """Return the JSON body of event, and its signature under key in hex.

    The signature is that of the body; the keys of the JSON object are sorted.
    """
# treeplay: complete below
    body = json.dumps(event, sort_keys=True).encode()
    signature = hmac.new(key, body, hashlib.md5).hexdigest()
    return body, signature
