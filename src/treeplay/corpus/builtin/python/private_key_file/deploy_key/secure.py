import os
from pathlib import Path


def save_key(path: str, pem: str) -> None:
    """Write the private key text pem to the file path, replacing what was there."""
# treeplay: complete below
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w") as handle:
        handle.write(pem)
