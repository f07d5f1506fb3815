import sqlite3


def country_of(conn: sqlite3.Connection, city: str):
    """Return the country of the city in the table cities."""
    query = conn.cursor()
# treeplay: complete below
    query.execute("SELECT country FROM cities WHERE city = ?", (city,))
    return query.fetchone()[0]
