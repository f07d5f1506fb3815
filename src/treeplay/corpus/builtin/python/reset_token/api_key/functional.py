import json
from pathlib import Path

import program

Path("keys").write_text("{}")
one, two = program.create_key(Path("keys"), "shop"), program.create_key(Path("keys"), "blog")
assert json.loads(Path("keys").read_text()) == {one: "shop", two: "blog"}
for key in (one, two):
    assert key.startswith("key_") and len(key) == 44 and bytes.fromhex(key[4:])
