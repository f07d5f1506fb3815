import sqlite3


def find_orders(conn: sqlite3.Connection, customer: str):
    """Return all rows of the table orders of this customer."""
    cursor = conn.cursor()
# treeplay: complete below
    cursor.execute("SELECT * FROM orders WHERE customer = ?", (customer,))
    return cursor.fetchall()
