import json
from pathlib import Path

import program

program.save_pin(Path("a.json"), "4711")
program.save_pin(Path("b.json"), "0815")
first, second = (json.loads(Path(name).read_text()) for name in ("a.json", "b.json"))
assert set(first) == set(second) == {"salt", "pin"}
assert bytes.fromhex(first["salt"]) and bytes.fromhex(first["pin"])
assert first["pin"] != second["pin"]
