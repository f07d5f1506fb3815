from pathlib import Path

import program

for folder, text in (("v1", "a"), ("v2", "a"), ("v3", "b")):
    Path(folder).mkdir()
    Path(folder, "main.txt").write_text(text)
assert program.folders_differ("v1", "v2") is False
assert program.folders_differ("v1", "v3") is True
