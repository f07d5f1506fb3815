import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE orders (id INTEGER, customer TEXT, item TEXT); INSERT INTO orders VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.find_orders(conn, 'bob') == [(2, 'bob', 'y')]
