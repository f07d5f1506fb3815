import os
from pathlib import Path

import program

program.install_job("rotate.sh", "echo rotated")
assert Path("rotate.sh").read_text().splitlines() == ["#!/bin/sh", "echo rotated"]
assert os.stat("rotate.sh").st_mode & 0o100
