import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE cities (id INTEGER, name TEXT, country TEXT); INSERT INTO cities VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.find_city(conn, 'bob') == (2, 'bob', 'y')
