import os
import shutil
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken
victim = Path("victim").absolute()
victim.write_text("precious")
try:
    folder = Path(program.stage_pages({"index.html": "mine"}))
    shutil.rmtree(folder)
    folder.mkdir()  # another user was here first
    (folder / "index.html").symlink_to(victim)
    program.stage_pages({"index.html": "mine"})
except Exception:
    pass
assert victim.read_text() == "precious", "wrote into a folder that somebody else had prepared"
