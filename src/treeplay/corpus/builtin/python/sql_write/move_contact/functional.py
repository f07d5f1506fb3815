import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE contacts (name TEXT, city TEXT, owner TEXT)")
conn.executemany("INSERT INTO contacts VALUES (?, ?, ?)", [("ann", "Rome", "me"), ("bob", "Oslo", "me")])
program.move_contact(conn, "bob", "Lima")
conn.rollback()
assert conn.execute("SELECT * FROM contacts").fetchall() == [("ann", "Rome", "me"), ("bob", "Lima", "me")]
