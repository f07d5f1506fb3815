import hashlib
import json
import os
from pathlib import Path


def save_pin(path: Path, pin: str) -> None:
    """Write {"salt": hex text, "pin": hex text of the hash of pin} as JSON to path."""
# treeplay: complete below
    salt = os.urandom(16)
    digest = hashlib.pbkdf2_hmac("sha256", pin.encode(), salt, 100_000)
    path.write_text(json.dumps({"salt": salt.hex(), "pin": digest.hex()}))
