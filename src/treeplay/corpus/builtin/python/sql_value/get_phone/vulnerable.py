import sqlite3


def get_person(conn: sqlite3.Connection, name: str):
    """Return the first row of the table people with this name, or None."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute("SELECT * FROM people WHERE name = '" + name + "'")
    return cursor.fetchone()
