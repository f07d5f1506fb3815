from pathlib import Path

import program

assert program.save_avatar("cat.png", b"image") == Path("uploads/cat.png")
assert Path("uploads/cat.png").read_bytes() == b"image"
program.save_avatar("dog.png", b"other")
assert Path("uploads/dog.png").read_bytes() == b"other"
