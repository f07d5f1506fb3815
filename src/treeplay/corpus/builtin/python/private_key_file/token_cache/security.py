import os
import stat
from pathlib import Path

import program

os.umask(0o022)
folder = Path("config")
folder.mkdir()
try:
    program.cache_token(folder, {"access": "a1"})
except Exception:
    pass
for path in folder.iterdir():
    mode = stat.S_IMODE(path.stat().st_mode)
    enterable = stat.S_IMODE(folder.stat().st_mode) & 0o001
    assert not (enterable and mode & 0o007), f"every user may open the token: {mode:o}"
