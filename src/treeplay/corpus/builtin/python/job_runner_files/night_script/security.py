import os
import stat

import program

os.umask(0o022)
try:
    program.install_job("rotate.sh", "echo rotated")
except Exception:
    pass
if os.path.exists("rotate.sh"):
    mode = stat.S_IMODE(os.stat("rotate.sh").st_mode)
    assert mode & 0o002 == 0, f"every user may change what the job runs: {mode:o}"
