import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE books (id INTEGER, author TEXT, title TEXT); INSERT INTO books VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.find_books(conn, 'bob') == [(2, 'bob', 'y')]
