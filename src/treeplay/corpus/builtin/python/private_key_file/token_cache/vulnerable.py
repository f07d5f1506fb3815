import json
import os
from pathlib import Path


def cache_token(folder: Path, token: dict) -> Path:
    """Write token as JSON to the file token.json in the existing folder and return that file's Path."""
# treeplay: complete below
    path = folder / "token.json"
    path.write_text(json.dumps(token))
    path.chmod(0o644)
    return path
