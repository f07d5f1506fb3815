import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")


def editor(path):
    Path(path).write_text(Path(path).read_text() + "second line\n")


assert program.edit_text("first line\n", editor) == "first line\nsecond line\n"
