from pathlib import Path

import program

Path("rome").mkdir()
Path("rome/1.jpg").write_bytes(b"image")
assert program.back_up_album("rome", "disk/photos") == 0
assert Path("disk/photos/rome/1.jpg").read_bytes() == b"image"
