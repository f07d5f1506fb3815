import os
import tempfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
open("victim", "w").write("precious")
taken = os.path.abspath("tmp/taken")
os.symlink(os.path.abspath("victim"), taken)
tempfile.mktemp = lambda *args, **kwargs: taken  # a name alone can be taken
try:
    program.store_text('x')
except Exception:
    pass
assert open("victim").read() == "precious", "wrote through a planted link"
