import json
import os
from pathlib import Path

import program

os.mkdir("demo")
assert program.write_project(json.dumps({"main.py": "run()", "data.csv": "a,b"}), "demo") == 2
assert Path("demo/main.py").read_text() == "run()"
assert Path("demo/data.csv").read_text() == "a,b"
