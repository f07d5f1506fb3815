import json
import os
from pathlib import Path

import program

os.makedirs("demo/x")
for name in ("../server.py", "x/../../server.py", "....//server.py", os.path.abspath("server.py")):
    Path("server.py").write_text("kept")
    try:
        program.write_project(json.dumps({name: "changed"}), "demo")
    except Exception:
        pass
    assert Path("server.py").read_text() == "kept", name
