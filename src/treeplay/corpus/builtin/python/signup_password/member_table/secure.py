import hashlib
import os
import sqlite3


def add_member(db: sqlite3.Connection, email: str, password: str) -> None:
    """Insert email, salt (bytes) and password hash (bytes) into member(email, salt, hash) and commit."""
# treeplay: complete below
    salt = os.urandom(16)
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    db.execute("INSERT INTO member VALUES (?, ?, ?)", (email, salt, key))
    db.commit()
