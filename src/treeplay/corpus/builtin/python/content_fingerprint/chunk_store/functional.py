from pathlib import Path

import program

Path("chunks").mkdir()
one = program.store_chunk(Path("chunks"), b"one")
two = program.store_chunk(Path("chunks"), b"two")
assert program.store_chunk(Path("chunks"), b"one") == one != two
assert Path("chunks", one).read_bytes() == b"one" and Path("chunks", two).read_bytes() == b"two"
assert len(list(Path("chunks").iterdir())) == 2
