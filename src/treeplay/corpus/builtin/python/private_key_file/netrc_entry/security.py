import os
import stat
from pathlib import Path

import program

os.umask(0o022)
netrc = Path("netrc")
try:
    program.add_login(netrc, "git.example.com", "ann", "pw1")
    program.add_login(netrc, "ci.example.com", "bot", "pw2")
except Exception:
    pass
if netrc.exists():
    mode = stat.S_IMODE(netrc.stat().st_mode)
    assert mode & 0o007 == 0, f"every user may open the passwords: {mode:o}"
