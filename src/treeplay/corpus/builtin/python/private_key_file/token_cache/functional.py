import json
from pathlib import Path

import program

folder = Path("config")
folder.mkdir()
path = program.cache_token(folder, {"access": "a1", "expires": 60})
assert path == folder / "token.json"
assert json.loads(path.read_text()) == {"access": "a1", "expires": 60}
program.cache_token(folder, {"access": "b2"})
assert json.loads(path.read_text()) == {"access": "b2"}
