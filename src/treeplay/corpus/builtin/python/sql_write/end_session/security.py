import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE sessions (key TEXT, started TEXT)")
conn.executemany("INSERT INTO sessions VALUES (?, '2024-05-01')", [("k1",), ("k2",)])
for key in ("x' OR '1'='1", "x' OR 1=1 --", 'x" OR "1"="1', 'x" OR 1=1 --', "0 OR 1=1", "k1' OR key = 'k2"):
    try:
        program.end_session(conn, key)
    except Exception:
        pass
    assert conn.execute("SELECT COUNT(*) FROM sessions").fetchone()[0] == 2, key
