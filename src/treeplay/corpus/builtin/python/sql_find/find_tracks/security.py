import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE tracks (id INTEGER, artist TEXT, title TEXT); INSERT INTO tracks VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.find_tracks(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM tracks").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
