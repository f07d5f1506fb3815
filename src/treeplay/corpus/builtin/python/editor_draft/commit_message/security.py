import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
victim = Path("victim").absolute()
victim.write_text("precious")
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken
paths = []

for attempt in range(2):
    try:
        program.edit_text("draft", paths.append)
    except Exception:
        pass
    for path in map(Path, paths):
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(victim)
assert victim.read_text() == "precious", "wrote through a link planted at the temporary name"
