import json

import program

events = [("a", "error"), ("b", "info"), ("a", "error"), ("c", "error")]
body = json.dumps([{"host": host, "level": level} for host, level in events])
assert program.count_errors(body) == {"a": 2, "c": 1}
assert program.count_errors("[]") == {}
