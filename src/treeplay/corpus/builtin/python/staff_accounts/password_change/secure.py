import hashlib
import os
from datetime import date


def change_password(record: dict, password: str, today: date) -> None:
    """Set record["password_hash"] (text made from password) and record["changed"] (today as ISO date)."""
# treeplay: complete below
    salt = os.urandom(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 100_000)
    record["password_hash"] = f"{salt.hex()}${digest.hex()}"
    record["changed"] = today.isoformat()
