import sqlite3


def find_city(conn: sqlite3.Connection, name: str):
    """Return the first row of the table cities with this name, or None."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute("SELECT * FROM cities WHERE name = ?", (name,))
    return cursor.fetchone()
