import os
import tempfile
from pathlib import Path

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
seen = []


def send(path):
    seen.append((path, Path(path).read_bytes()))
    return len(seen) == 1


assert program.print_label(b"^XA box 12 ^XZ", send) is True
assert program.print_label(b"^XA box 13 ^XZ", send) is False
assert [content for _, content in seen] == [b"^XA box 12 ^XZ", b"^XA box 13 ^XZ"]
assert not any(os.path.exists(path) for path, _ in seen)
