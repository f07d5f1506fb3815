import sqlite3


def ticket_ids(conn: sqlite3.Connection, customer: str, status: str) -> list[int]:
    """Return the column `id` of all rows in `tickets` with this `customer` and this `status`.

    The numbers are in ascending order, for example [3, 8].
    """
# treeplay: complete below
    sql = "SELECT id FROM tickets WHERE customer = ? AND status = ? ORDER BY id"
    rows = conn.execute(sql, (customer, status)).fetchall()
    return [row[0] for row in rows]
