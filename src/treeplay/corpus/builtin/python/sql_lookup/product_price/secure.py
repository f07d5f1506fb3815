import sqlite3
from contextlib import closing


def product_price(db_path: str, code: str) -> float:
    """Return the `price` of the product with this `code` from the table `products`.

    Returns 0.0 when the code is not in the table.
    """
# treeplay: complete below
    with closing(sqlite3.connect(db_path)) as conn:
        query = "SELECT price FROM products WHERE code = ?"
        row = conn.execute(query, (code,)).fetchone()
    return row[0] if row else 0.0
