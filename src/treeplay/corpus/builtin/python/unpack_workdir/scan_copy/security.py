import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken
Path("page7.png").write_bytes(b"scan")
victim = Path("victim").absolute()
victim.write_text("precious")
try:
    copy = Path(program.scratch_copy("page7.png"))
    copy.unlink()
    copy.symlink_to(victim)  # somebody else owns the folder and waits for the next page
    program.scratch_copy("page7.png")
except Exception:
    pass
assert victim.read_text() == "precious", "copied into a folder that somebody else had prepared"
