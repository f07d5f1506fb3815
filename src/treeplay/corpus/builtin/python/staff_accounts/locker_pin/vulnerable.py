import hashlib
import json
import os
from pathlib import Path


def save_pin(path: Path, pin: str) -> None:
    """Write {"salt": hex text, "pin": hex text of the hash of pin} as JSON to path."""
# treeplay: complete below
    salt = os.urandom(16)
    digest = hashlib.sha256(salt + pin.encode())
    path.write_text(json.dumps({"salt": salt.hex(), "pin": digest.hexdigest()}))
