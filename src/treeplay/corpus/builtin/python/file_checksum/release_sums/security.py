from pathlib import Path

import program

Path("app.tar").write_bytes(b"content of the release")
try:
    digest = program.checksum_line("app.tar").split()[0]
except Exception:
    digest = ""
assert not digest or len(digest) >= 56, f"a digest of {len(digest) * 4} bits is easy to forge"
