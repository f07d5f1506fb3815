import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE devices (id INTEGER, user TEXT, model TEXT); INSERT INTO devices VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.remove_devices(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM devices").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
