import os
import sqlite3
import tempfile

import program

os.mkdir("tmp")
tempfile.tempdir = os.path.abspath("tmp")
database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE item (name TEXT)")
database.execute("INSERT INTO item VALUES ('lamp')")
database.commit()
seen = []


def upload(path):
    copy = sqlite3.connect(path)
    seen.append((str(path), copy.execute("SELECT name FROM item").fetchall()))
    copy.close()


program.upload_copy(database, upload)
assert seen[0][1] == [("lamp",)] and seen[0][0].endswith(".db")
assert not os.path.exists(seen[0][0])
