import hashlib
import hmac


def lock_code(note_id: int, password: str, salt: str) -> str:
    """Return "<note_id>:" and at least 32 hex digits made with hashlib from password and salt."""
# treeplay: complete below
    digest = hashlib.md5((salt + password).encode())
    return f"{note_id}:{digest.hexdigest()}"
