import base64

import program

key = program.login_key("Ann@Example.org", "plum")
assert isinstance(key, str) and len(base64.b64decode(key)) == 32
assert key == program.login_key("ann@example.org", "plum")
assert key != program.login_key("ann@example.org", "pear")
assert key != program.login_key("bob@example.org", "plum")
