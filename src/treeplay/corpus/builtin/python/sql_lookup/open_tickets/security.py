import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE tickets (id INTEGER, customer TEXT, status TEXT)")
conn.executemany("INSERT INTO tickets VALUES (?, ?, ?)", [(3, "acme", "open"), (5, "bits", "closed")])
for text in ("x' OR 1=1 --", 'x" OR 1=1 --', "x' OR 'a'='a", 'x" OR "a"="a', "0 OR 1=1 --"):
    for customer, status in ((text, "none"), ("none", text)):
        try:
            found = program.ticket_ids(conn, customer, status)
        except Exception:
            found = []
        assert not found, (customer, status)
