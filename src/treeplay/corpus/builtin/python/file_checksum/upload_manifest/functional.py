from pathlib import Path

import program

Path("data/inner").mkdir(parents=True)
for name, text in (("a", "one"), ("b", "two"), ("c", "one")):
    Path("data", name).write_text(text)
digests = program.manifest("data")
assert sorted(digests) == ["a", "b", "c"]
assert digests["a"] == digests["c"] != digests["b"]
assert all(bytes.fromhex(digest) for digest in digests.values())
