import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE notes (id INTEGER, user TEXT, text TEXT); INSERT INTO notes VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.delete_notes(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM notes").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
