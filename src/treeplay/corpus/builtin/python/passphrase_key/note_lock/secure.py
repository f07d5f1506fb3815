import hashlib
import hmac


def lock_code(note_id: int, password: str, salt: str) -> str:
    """Return "<note_id>:" and at least 32 hex digits made with hashlib from password and salt."""
# treeplay: complete below
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt.encode(), 50_000)
    return f"{note_id}:{digest.hex()}"
