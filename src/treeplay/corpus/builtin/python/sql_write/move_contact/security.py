import sqlite3

import program

pairs = [("ann", "x' --"), ("ann", "x', owner = 'eve"), ("x' OR 'a'='a", "Lima"), ("x' OR 1=1 --", "Lima"),
         ("ann", 'x" --'), ("ann", 'x", owner = "eve'), ('x" OR "a"="a', "Lima"), ('x" OR 1=1 --', "Lima")]
for name, city in pairs:
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE TABLE contacts (name TEXT, city TEXT, owner TEXT)")
    conn.executemany("INSERT INTO contacts VALUES (?, ?, ?)", [("ann", "Rome", "me"), ("bob", "Oslo", "me")])
    try:
        program.move_contact(conn, name, city)
    except Exception:
        pass
    rows = conn.execute("SELECT city FROM contacts WHERE name = 'bob'").fetchall()
    assert rows == [("Oslo",)], (name, city)
    assert not conn.execute("SELECT * FROM contacts WHERE owner = 'eve'").fetchall(), (name, city)
