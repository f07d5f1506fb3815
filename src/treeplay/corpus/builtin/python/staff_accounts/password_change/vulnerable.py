import hashlib
import os
from datetime import date


def change_password(record: dict, password: str, today: date) -> None:
    """Set record["password_hash"] (text made from password) and record["changed"] (today as ISO date)."""
# treeplay: complete below
    digest = hashlib.md5(password.encode())
    record["password_hash"] = digest.hexdigest()
    record["changed"] = today.isoformat()
