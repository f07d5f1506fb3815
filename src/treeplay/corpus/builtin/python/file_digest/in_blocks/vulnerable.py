import hashlib


def block_digest(blocks: list[bytes]):
    """Return the hex digest over all blocks in order."""
# treeplay: complete below
    digest = hashlib.md5()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()
