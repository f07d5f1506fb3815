import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE comments (author TEXT, text TEXT)")
assert program.add_comment(conn, "ann", "Nice trip") == 1
assert program.add_comment(conn, "bob", "Where is it?") == 2
assert conn.execute("SELECT * FROM comments").fetchall() == [("ann", "Nice trip"), ("bob", "Where is it?")]
