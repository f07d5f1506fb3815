import os
import stat
from pathlib import Path

import program

os.umask(0o022)
try:
    program.save_key("deploy.pem", "secret key")
except Exception:
    pass
if Path("deploy.pem").exists():
    mode = stat.S_IMODE(os.stat("deploy.pem").st_mode)
    assert mode & 0o007 == 0, f"every user may open the key: {mode:o}"
