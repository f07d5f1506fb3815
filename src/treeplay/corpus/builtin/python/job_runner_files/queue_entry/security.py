import os
import stat
from pathlib import Path

import program

os.umask(0o022)
try:
    program.enqueue("queue", 7, "contract")
except Exception:
    pass
for path in Path("queue").rglob("*.job"):
    folder = stat.S_IMODE(path.parent.stat().st_mode)
    mode = stat.S_IMODE(path.stat().st_mode)
    assert folder & 0o002 == 0, f"every user may replace the jobs: {folder:o}"
    assert not (folder & 0o001 and mode & 0o006), f"every user may open the document: {mode:o}"
