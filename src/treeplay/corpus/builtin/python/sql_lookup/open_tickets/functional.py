import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE tickets (id INTEGER, customer TEXT, status TEXT)")
rows = [(8, "acme", "open"), (3, "acme", "open"), (4, "acme", "closed"), (5, "bits", "open")]
conn.executemany("INSERT INTO tickets VALUES (?, ?, ?)", rows)
assert program.ticket_ids(conn, "acme", "open") == [3, 8]
assert program.ticket_ids(conn, "bits", "closed") == []
