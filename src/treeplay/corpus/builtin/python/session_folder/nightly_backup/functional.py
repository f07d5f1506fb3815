import os
from pathlib import Path

import program

Path("users.db").write_text("ann:x9")
folder = program.backup("users.db", "backups", "2024-05-01")
assert os.path.samefile(folder, "backups/2024-05-01")
assert Path("backups/2024-05-01/users.db").read_text() == "ann:x9"
