import tarfile
from pathlib import Path

import program

Path("site").mkdir()
Path("site/index.txt").write_text("hello")
assert program.pack_project("site") == "site.tar.gz"
with tarfile.open("site.tar.gz") as archive:
    assert "site/index.txt" in archive.getnames()
