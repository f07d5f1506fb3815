import sqlite3

import program

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE member (email TEXT, salt BLOB, hash BLOB)")
program.add_member(db, "ann@example.org", "tulip")
program.add_member(db, "bob@example.org", "rose")
assert not db.in_transaction
rows = db.execute("SELECT email, salt, hash FROM member ORDER BY email").fetchall()
assert [row[0] for row in rows] == ["ann@example.org", "bob@example.org"]
assert all(isinstance(salt, bytes) and isinstance(key, bytes) for _, salt, key in rows)
assert rows[0][2] != rows[1][2]
