import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE tasks (id INTEGER, owner TEXT, title TEXT); INSERT INTO tasks VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.count_tasks(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM tasks").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
