import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE devices (id INTEGER, user TEXT, model TEXT); INSERT INTO devices VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
program.remove_devices(conn, 'bob')
assert conn.execute('SELECT user FROM devices').fetchall() == [('ann',)]
