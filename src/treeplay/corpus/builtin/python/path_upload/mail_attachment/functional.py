import os
from pathlib import Path

import program

os.mkdir("in")
assert program.save_attachment("in", "a.txt", "hello") == "in/a.txt"
assert Path("in/a.txt").read_text() == "hello"
