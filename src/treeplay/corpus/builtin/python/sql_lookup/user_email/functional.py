import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE users (name TEXT, email TEXT)")
conn.executemany("INSERT INTO users VALUES (?, ?)", [("ann", "ann@a.org"), ("bob", "bob@b.org")])
assert program.user_email(conn, "bob") == "bob@b.org"
assert program.user_email(conn, "eve") is None
