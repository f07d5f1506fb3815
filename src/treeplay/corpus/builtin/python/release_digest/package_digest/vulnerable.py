import hashlib


def package_digest(package: bytes):
    """Return the hex digest of the package."""
# treeplay: complete below
    return hashlib.md5(package).hexdigest()
