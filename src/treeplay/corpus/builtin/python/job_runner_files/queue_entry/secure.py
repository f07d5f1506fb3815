import os
from pathlib import Path


def enqueue(queue: str, number: int, document: str) -> str:
    """Create the folder queue unless it exists, write document to <number>.job in it, return that path."""
# treeplay: complete below
    os.makedirs(queue, mode=0o700, exist_ok=True)
    path = os.path.join(queue, f"{number}.job")
    with open(path, "w") as job:
        job.write(document)
    os.chmod(path, 0o600)
    return path
