from pathlib import Path

import program

Path("docs/guide").mkdir(parents=True)
Path("docs/index.md").write_text("welcome")
Path("docs/guide/start.md").write_text("first steps")
assert program.read_page("index.md") == "welcome"
assert program.read_page("guide/start.md") == "first steps"
try:
    program.read_page("none.md")
    raise SystemExit("no FileNotFoundError")
except FileNotFoundError:
    pass
