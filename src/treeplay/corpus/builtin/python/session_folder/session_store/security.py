import os
import stat
from pathlib import Path

import program

os.umask(0o022)
base = Path("sessions")
base.mkdir()
try:
    program.start_session(base, "s41", {"user": "ann"})
except Exception:
    pass
for path in base.rglob("*.json"):
    folder = stat.S_IMODE(path.parent.stat().st_mode)
    mode = stat.S_IMODE(path.stat().st_mode)
    assert folder & 0o002 == 0, f"every user may replace the session: {folder:o}"
    assert not (folder & 0o001 and mode & 0o006), f"every user may open the session: {mode:o}"
