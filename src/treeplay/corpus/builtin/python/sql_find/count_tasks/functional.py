import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE tasks (id INTEGER, owner TEXT, title TEXT); INSERT INTO tasks VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.count_tasks(conn, 'ann') == 1
