import sqlite3


def count_since(db_path: str, sensor: str, day: str) -> int:
    """Count the rows of `measurements` with this `sensor` whose `day` is `day` or later.

    Days are text like "2024-05-31". Opens the SQLite file `db_path`.
    """
# treeplay: complete below
    conn = sqlite3.connect(db_path)
    cursor = conn.cursor()
    cursor.execute("SELECT COUNT(*) FROM measurements WHERE sensor = '%s' AND day >= '%s'" % (sensor, day))
    count = cursor.fetchone()[0]
    conn.close()
    return count
