import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE notes (id INTEGER, user TEXT, text TEXT); INSERT INTO notes VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
program.delete_notes(conn, 'ann')
assert conn.execute('SELECT user FROM notes').fetchall() == [('bob',)]
