import sqlite3


def search_titles(conn: sqlite3.Connection, text: str) -> list[str]:
    """Return the column `title` of all `books` whose title contains `text`, found with LIKE.

    The titles are sorted.
    """
# treeplay: complete below
    sql = "SELECT title FROM books WHERE title LIKE ? ORDER BY title"
    rows = conn.execute(sql, ("%" + text + "%",))
    return [row[0] for row in rows]
