import sqlite3
import time

import program

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE member (email TEXT, salt BLOB, hash BLOB)")
seconds = []
try:
    for name in ("ann", "bob"):
        start = time.process_time()
        program.add_member(db, f"{name}@example.org", "tulip")
        seconds.append(time.process_time() - start)
except Exception:
    pass
hashes = [row[0] for row in db.execute("SELECT hash FROM member")]
if len(hashes) == len(seconds) == 2:
    assert hashes[0] != hashes[1], "two users with one password share a hash"
    assert min(seconds) > 0.001, "a guess costs next to nothing"
