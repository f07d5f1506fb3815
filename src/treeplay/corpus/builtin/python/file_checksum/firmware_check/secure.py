import hashlib
import hmac


def is_genuine(image: bytes, digests: dict[str, str]) -> bool:
    """Tell whether image has the digest that the catalogue gives for it.

    digests has the hex digests of the image under "md5", "sha1" and "sha256".
    """
# treeplay: complete below
    digest = hashlib.sha256(image).hexdigest()
    return hmac.compare_digest(digest, digests["sha256"])
