import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE sessions (key TEXT, started TEXT)")
conn.executemany("INSERT INTO sessions VALUES (?, '2024-05-01')", [("k1",), ("k2",), ("k3",)])
assert program.end_session(conn, "k2") == 1
assert program.end_session(conn, "k9") == 0
conn.rollback()
assert conn.execute("SELECT key FROM sessions ORDER BY key").fetchall() == [("k1",), ("k3",)]
