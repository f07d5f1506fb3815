import sqlite3

import program

for author, text in (("x", "y'), ('editor', 'y') --"), ("editor', 'y') --", "y"),
                     ("x", 'y"), ("editor", "y") --'), ('editor", "y") --', "y")):
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE TABLE comments (author TEXT, text TEXT)")
    try:
        program.add_comment(conn, author, text)
    except Exception:
        pass
    count = conn.execute("SELECT COUNT(*) FROM comments WHERE author = 'editor'").fetchone()[0]
    assert count == 0, (author, text)
