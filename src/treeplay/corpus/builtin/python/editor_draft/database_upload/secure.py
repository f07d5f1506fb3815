import os
import sqlite3
import tempfile


def upload_copy(database: sqlite3.Connection, upload) -> None:
    """Back the database up into a temporary .db file, call upload(path), then remove the file."""
# treeplay: complete below
    fd, path = tempfile.mkstemp(suffix=".db")
    os.close(fd)
    copy = sqlite3.connect(path)
    database.backup(copy)
    copy.close()
    upload(path)
    os.remove(path)
