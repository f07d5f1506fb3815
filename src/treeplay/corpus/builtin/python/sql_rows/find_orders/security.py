import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE orders (id INTEGER, customer TEXT, item TEXT); INSERT INTO orders VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
rows = []
try:
    rows = program.find_orders(conn, "' OR '1'='1")
except Exception:
    pass
left = conn.execute("SELECT count(*) FROM orders").fetchone()[0]
assert not rows and left == 2, "the text was read as SQL"
