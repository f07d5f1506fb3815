import zipfile
from pathlib import Path

import program

with zipfile.ZipFile("clock.zip", "w") as archive:
    archive.writestr("clock/main.py", "print(1)")
    archive.writestr("readme.txt", "a clock")
with zipfile.ZipFile("clock.zip") as archive:
    program.install(archive)
assert Path("plugins/clock/main.py").read_text() == "print(1)"
assert Path("plugins/readme.txt").read_text() == "a clock"
