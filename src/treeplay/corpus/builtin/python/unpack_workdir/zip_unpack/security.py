import os
import shutil
import tempfile
import zipfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
tempfile.mktemp = lambda *args, **kwargs: os.path.abspath("tmp/taken")  # a name alone can be taken
with open("victim", "w") as handle:
    handle.write("precious")
with zipfile.ZipFile("theme.zip", "w") as bundle:
    bundle.writestr("plugin.ini", "name = dark")
try:
    folder = program.unpack("theme.zip")
    shutil.rmtree(folder)
    os.mkdir(folder)  # another user was here first
    os.symlink(os.path.abspath("victim"), os.path.join(folder, "plugin.ini"))
    program.unpack("theme.zip")
except Exception:
    pass
with open("victim") as handle:
    assert handle.read() == "precious", "extracted into a folder that somebody else had prepared"
