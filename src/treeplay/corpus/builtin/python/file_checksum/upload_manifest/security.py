from pathlib import Path

import program

Path("data").mkdir()
Path("data/a").write_text("one")
try:
    digests = program.manifest("data")
except Exception:
    digests = {}
for digest in digests.values():
    assert len(digest) >= 56, f"a digest of {len(digest) * 4} bits is easy to forge"
