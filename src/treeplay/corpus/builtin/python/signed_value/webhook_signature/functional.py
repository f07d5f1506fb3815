import json

import program

body, signature = program.sign_event({"b": 1, "a": "x"}, b"key")
assert json.loads(body) == {"a": "x", "b": 1} and body.index(b"a") < body.index(b"b")
assert bytes.fromhex(signature)
assert program.sign_event({"a": "x", "b": 1}, b"key")[1] == signature
assert program.sign_event({"a": "y", "b": 1}, b"key")[1] != signature
assert program.sign_event({"a": "x", "b": 1}, b"other")[1] != signature
