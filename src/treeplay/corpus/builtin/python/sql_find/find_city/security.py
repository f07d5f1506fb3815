import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE cities (id INTEGER, city TEXT, country TEXT); INSERT INTO cities VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.country_of(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM cities").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
