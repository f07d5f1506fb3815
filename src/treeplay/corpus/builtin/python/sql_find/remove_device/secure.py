import sqlite3


def remove_devices(conn: sqlite3.Connection, user: str):
    """Delete the rows of the table devices of this user."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute("DELETE FROM devices WHERE user = ?", (user,))
    conn.commit()
