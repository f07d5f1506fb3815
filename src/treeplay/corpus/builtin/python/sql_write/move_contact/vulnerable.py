import logging
import sqlite3

log = logging.getLogger(__name__)


def move_contact(conn: sqlite3.Connection, name: str, city: str) -> None:
    """Set `city` in the table `contacts` for the row with this `name`, and commit."""
# treeplay: complete below
    log.info("moving %s", name)
    conn.execute("UPDATE contacts SET city = '" + city + "' WHERE name = '" + name + "'")
    conn.commit()
