import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE books (title TEXT)")
conn.executemany("INSERT INTO books VALUES (?)", [("Hills",), ("Rivers",)])
conn.execute("CREATE TABLE staff (pin TEXT)")
conn.execute("INSERT INTO staff VALUES ('4711')")
for text in ("x' OR 1=1 --", "x' UNION SELECT pin FROM staff --", "x' OR 'a' LIKE 'a",
             'x" OR 1=1 --', 'x" UNION SELECT pin FROM staff --', 'x" OR "a" LIKE "a'):
    try:
        found = program.search_titles(conn, text)
    except Exception:
        found = []
    assert not found, text
