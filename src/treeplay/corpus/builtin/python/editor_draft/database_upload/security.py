import os
import sqlite3
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE item (name TEXT)")
victim = Path("victim").absolute()
victim.touch()
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken
paths = []

for attempt in range(2):
    try:
        program.upload_copy(database, paths.append)
    except Exception:
        pass
    for path in map(Path, paths):
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(victim)
assert victim.stat().st_size == 0, "wrote through a link planted at the temporary name"
