import os
import tempfile

import program

os.mkdir("tmp")
os.mkdir("inbox")
tempfile.tempdir = os.path.abspath("tmp")
with open("inbox/page7.png", "wb") as handle:
    handle.write(b"\x89PNG 7")
copy = program.scratch_copy("inbox/page7.png")
assert os.path.basename(copy) == "page7.png"
assert os.path.abspath(copy).startswith(tempfile.tempdir)
with open(copy, "rb") as handle:
    assert handle.read() == b"\x89PNG 7"
