from pathlib import Path

import program

Path("notes/old").mkdir(parents=True)
for name in ("b.md", "old/a.md", "c.txt"):
    Path("notes", name).write_text("x")
assert program.find_notes("*.md") == ["notes/b.md", "notes/old/a.md"]
assert program.find_notes("c.txt") == ["notes/c.txt"]
