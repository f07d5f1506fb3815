import json
from pathlib import Path

import program

base = Path("sessions")
base.mkdir()
folder = program.start_session(base, "s41", {"user": "ann", "cart": [3]})
assert folder == base / "s41"
assert json.loads((base / "s41" / "data.json").read_text()) == {"user": "ann", "cart": [3]}
