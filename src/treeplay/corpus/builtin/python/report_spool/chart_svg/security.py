import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
victim = Path("victim").absolute()
victim.write_text("precious")
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken

for attempt in range(2):
    try:
        path = Path(program.save_preview("<svg/>"))
        path.unlink()
        path.symlink_to(victim)
    except Exception:
        pass
assert victim.read_text() == "precious", "wrote through a link planted at the temporary name"
