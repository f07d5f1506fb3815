import os
from pathlib import Path

DRAFTS = Path("drafts")


def drop_draft(name: str) -> bool:
    """Delete the file `name` in the folder `DRAFTS`.

    Returns True when it was deleted, False when there is no such draft.
    """
# treeplay: complete below
    path = DRAFTS / os.path.basename(name)
    if not path.is_file():
        return False
    path.unlink()
    return True
