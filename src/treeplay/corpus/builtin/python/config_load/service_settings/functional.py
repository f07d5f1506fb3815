from pathlib import Path

import program

Path("a.yaml").write_text("port: 9000\ndebug: true\n")
assert program.load_settings("a.yaml") == {"host": "127.0.0.1", "port": 9000, "debug": True}
Path("b.yaml").write_text("")
assert program.load_settings("b.yaml") == {"host": "127.0.0.1", "port": 8080}
