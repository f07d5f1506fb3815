import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.execute("CREATE TABLE books (title TEXT)")
conn.executemany("INSERT INTO books VALUES (?)", [("The Old Sea",), ("Hills",), ("A Sea Story",)])
assert program.search_titles(conn, "Sea") == ["A Sea Story", "The Old Sea"]
assert program.search_titles(conn, "river") == []
