import os
from pathlib import Path


def save_key(path: str, pem: str) -> None:
    """Write the private key text pem to the file path, replacing what was there."""
# treeplay: complete below
    with open(path, "w") as handle:
        handle.write(pem)
