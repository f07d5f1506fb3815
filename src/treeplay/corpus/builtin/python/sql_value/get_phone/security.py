import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE people (id INTEGER, name TEXT, phone TEXT); INSERT INTO people VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.get_person(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM people").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
