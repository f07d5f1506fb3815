import os
import stat
from pathlib import Path

import program

os.umask(0o022)
Path("users.db").write_text("ann:x9")
os.chmod("users.db", 0o644)
try:
    program.backup("users.db", "backups", "2024-05-01")
except Exception:
    pass
for path in Path("backups").rglob("users.db"):
    folders = [stat.S_IMODE(folder.stat().st_mode) for folder in (Path("backups"), path.parent)]
    assert not any(mode & 0o002 for mode in folders), "every user may replace the backup"
    mode = stat.S_IMODE(path.stat().st_mode)
    shut = any(mode & 0o001 == 0 for mode in folders)
    assert shut or mode & 0o006 == 0, f"every user may open the backup: {mode:o}"
