import os
import tempfile
import zipfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
with zipfile.ZipFile("theme.zip", "w") as bundle:
    bundle.writestr("plugin.ini", "name = dark")
    bundle.writestr("css/main.css", "a {}")
folder = program.unpack("theme.zip")
with open(os.path.join(folder, "plugin.ini")) as handle:
    assert handle.read() == "name = dark"
with open(os.path.join(folder, "css", "main.css")) as handle:
    assert handle.read() == "a {}"
