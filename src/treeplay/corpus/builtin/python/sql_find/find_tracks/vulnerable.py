import sqlite3


def find_tracks(conn: sqlite3.Connection, artist: str):
    """Return all rows of the table tracks by this artist."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute(f"SELECT * FROM tracks WHERE artist = '{artist}'")
    return cursor.fetchall()
