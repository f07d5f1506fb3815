import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE users (name TEXT, email TEXT)")
conn.executemany("INSERT INTO users VALUES (?, ?)", [("ann", "ann@a.org"), ("bob", "bob@b.org")])
for name in ("x' OR '1'='1", 'x" OR "1"="1', "x' UNION SELECT email FROM users --", 'x" OR 1=1 --', "0 OR 1=1"):
    try:
        found = program.user_email(conn, name)
    except Exception:
        found = None
    assert not found, name
