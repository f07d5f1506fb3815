import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE users (id INTEGER, name TEXT, email TEXT); INSERT INTO users VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.find_users(conn, 'ann') == [(1, 'ann', 'x')]
