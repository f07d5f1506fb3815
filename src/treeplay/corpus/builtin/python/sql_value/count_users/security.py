import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE users (id INTEGER, town TEXT, name TEXT); INSERT INTO users VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.count_users(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM users").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
