import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE stock (item TEXT, quantity INTEGER)")
conn.executemany("INSERT INTO stock VALUES (?, ?)", [("bolt", 40), ("nut", 25)])
for text in ("x') OR 1=1 --", "x' OR 1=1 --", 'x") OR 1=1 --', 'x" OR 1=1 --', "x','bolt", 'x","bolt',
             "x' OR 'a'='a", 'x" OR "a"="a', "0) OR 1=1 --"):
    for items in ([text], [text, "x"]):
        try:
            total = program.total_stock(conn, items)
        except Exception:
            total = 0
        assert not total, items
