import sqlite3


def total_stock(conn: sqlite3.Connection, items: list[str]) -> int:
    """Return the sum of `quantity` over all rows in `stock` whose `item` is in `items`.

    `items` has one entry or more; 0 when no row fits.
    """
# treeplay: complete below
    marks = ",".join("?" for _ in items)
    sql = f"SELECT SUM(quantity) FROM stock WHERE item IN ({marks})"
    return conn.execute(sql, items).fetchone()[0] or 0
