import sqlite3

import program

conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE tracks (id INTEGER, artist TEXT, title TEXT); INSERT INTO tracks VALUES (1, 'ann', 'x'), (2, 'bob', 'y')")
assert program.find_tracks(conn, 'ann') == [(1, 'ann', 'x')]
