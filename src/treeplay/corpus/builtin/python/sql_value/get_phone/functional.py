import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE people (id INTEGER, name TEXT, phone TEXT); INSERT INTO people VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.get_person(conn, 'ann') == (1, 'ann', 'x')
assert program.get_person(conn, 'eve') is None
