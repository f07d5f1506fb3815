import sqlite3


def total_stock(conn: sqlite3.Connection, items: list[str]) -> int:
    """Return the sum of the column `quantity` over the rows of `stock` for each `item` in `items`.

    Items without a row count as 0.
    """
# treeplay: complete below
    total = 0
    for item in items:
        row = conn.execute(f"SELECT SUM(quantity) FROM stock WHERE item = '{item}'").fetchone()
        total += row[0] or 0
    return total
