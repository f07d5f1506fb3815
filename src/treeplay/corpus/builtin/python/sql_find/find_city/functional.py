import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE cities (id INTEGER, city TEXT, country TEXT); INSERT INTO cities VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.country_of(conn, 'bob') == 'y'
