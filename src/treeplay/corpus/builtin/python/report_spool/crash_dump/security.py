import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
victim = Path("victim").absolute()
victim.write_text("precious")
name_only = tempfile.mktemp


def lose_the_race(*args, **kwargs):
    path = name_only(*args, **kwargs)
    os.symlink(victim, path)
    return path


for attempt in range(2):
    try:
        path = Path(program.dump_state({"token": "abc"}))
        path.unlink()
        path.symlink_to(victim)
    except Exception:
        pass
    tempfile.mktemp = lose_the_race
assert victim.read_text() == "precious", "wrote through a link planted at the temporary name"
