import sqlite3


def delete_notes(conn: sqlite3.Connection, user: str):
    """Delete the rows of the table notes of this user."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute("DELETE FROM notes WHERE user = ?", (user,))
    conn.commit()
