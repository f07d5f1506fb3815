import sqlite3


def user_email(conn: sqlite3.Connection, name: str) -> str | None:
    """Return the column `email` of the row in the table `users` whose `name` is `name`.

    Returns None when there is no such row.
    """
# treeplay: complete below
    row = conn.execute(f"SELECT email FROM users WHERE name = '{name}'").fetchone()
    return row[0] if row else None
