import sqlite3

import program

conn = sqlite3.connect("station.db")
conn.execute("CREATE TABLE measurements (sensor TEXT, day TEXT)")
rows = [("roof", "2024-05-30"), ("roof", "2024-05-31"), ("roof", "2024-06-02"), ("cellar", "2024-06-02")]
conn.executemany("INSERT INTO measurements VALUES (?, ?)", rows)
conn.commit()
conn.close()
assert program.count_since("station.db", "roof", "2024-05-31") == 2
assert program.count_since("station.db", "attic", "2024-05-31") == 0
