import sqlite3

import program

conn = sqlite3.connect("shop.db")
conn.execute("CREATE TABLE products (code TEXT, price REAL)")
conn.executemany("INSERT INTO products VALUES (?, ?)", [("T-100", 9.5), ("T-200", 24.0)])
conn.commit()
conn.close()
assert program.product_price("shop.db", "T-200") == 24.0
assert program.product_price("shop.db", "T-300") == 0.0
