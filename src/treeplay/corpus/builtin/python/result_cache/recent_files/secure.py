import json
import pickle
from pathlib import Path


def remember_file(store: str, name: str) -> list[str]:
    """Move or add name to the front of the list kept in the file store and return the list.

    No file yet means an empty list. Only this function reads and writes the file.
    """
# treeplay: complete below
    path = Path(store)
    names = json.loads(path.read_text()) if path.exists() else []
    names = [name] + [other for other in names if other != name]
    path.write_text(json.dumps(names))
    return names
