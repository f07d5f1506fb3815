import os
import tempfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
path = program.save_preview("<svg width='4'/>")
assert path.suffix == ".svg"
assert path.is_relative_to(tempfile.tempdir)
assert path.read_text() == "<svg width='4'/>"
