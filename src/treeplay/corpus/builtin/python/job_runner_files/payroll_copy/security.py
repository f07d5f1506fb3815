import os
import stat
from pathlib import Path

import program

os.umask(0o022)
Path("salaries.csv").write_text("ann,4100\n")
os.chmod("salaries.csv", 0o600)
try:
    program.hand_over("salaries.csv", "next.csv")
except Exception:
    pass
if Path("next.csv").exists():
    mode = stat.S_IMODE(os.stat("next.csv").st_mode)
    assert mode & 0o007 == 0, f"every user may open the salaries: {mode:o}"
