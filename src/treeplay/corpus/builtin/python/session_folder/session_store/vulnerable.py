import json
import os
from pathlib import Path


def start_session(base: Path, session_id: str, data: dict) -> Path:
    """Create the folder base/session_id, write data as JSON to data.json in it and return the folder."""
# treeplay: complete below
    folder = base / session_id
    folder.mkdir(mode=0o755)
    (folder / "data.json").write_text(json.dumps(data))
    return folder
