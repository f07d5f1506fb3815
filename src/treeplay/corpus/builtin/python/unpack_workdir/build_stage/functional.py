import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
folder = program.stage_pages({"index.html": "<h1>Hi</h1>", "feed.xml": "<rss/>"})
assert isinstance(folder, Path)
assert (folder / "index.html").read_text() == "<h1>Hi</h1>"
assert (folder / "feed.xml").read_text() == "<rss/>"
