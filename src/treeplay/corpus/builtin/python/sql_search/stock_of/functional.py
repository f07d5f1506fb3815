import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE stock (item TEXT, quantity INTEGER)")
conn.executemany("INSERT INTO stock VALUES (?, ?)", [("bolt", 40), ("nut", 25), ("gear", 7)])
assert program.total_stock(conn, ["bolt", "gear"]) == 47
assert program.total_stock(conn, ["nut"]) == 25
assert program.total_stock(conn, ["axle"]) == 0
