import sqlite3

import program

conn = sqlite3.connect("station.db")
conn.execute("CREATE TABLE measurements (sensor TEXT, day TEXT)")
conn.execute("INSERT INTO measurements VALUES ('roof', '2024-05-30')")
conn.commit()
conn.close()
for text in ("z' OR 1=1 --", "z' OR 'a'='a", 'z" OR 1=1 --', 'z" OR "a"="a', "9999 OR 1=1 --"):
    for sensor, day in ((text, "2024-01-01"), ("none", text)):
        try:
            count = program.count_since("station.db", sensor, day)
        except Exception:
            count = 0
        assert not count, (sensor, day)
