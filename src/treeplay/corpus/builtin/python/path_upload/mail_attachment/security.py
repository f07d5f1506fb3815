import os
from pathlib import Path

import program

os.makedirs("in/x")
for name in ("../start.sh", "x/../../start.sh", "....//start.sh", os.path.abspath("start.sh")):
    Path("start.sh").write_text("kept")
    try:
        program.save_attachment("in", name, "changed")
    except Exception:
        pass
    assert Path("start.sh").read_text() == "kept", name
