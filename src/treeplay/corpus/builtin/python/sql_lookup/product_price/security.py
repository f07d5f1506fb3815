import sqlite3

import program

conn = sqlite3.connect("shop.db")
conn.execute("CREATE TABLE products (code TEXT, price REAL)")
conn.execute("INSERT INTO products VALUES ('T-100', 9.5)")
conn.commit()
conn.close()
for code in ("x' OR 'a'='a", 'x" OR "a"="a', "x' UNION SELECT 0.01 --", 'x" UNION SELECT 0.01 --', "0 OR 1=1"):
    try:
        price = program.product_price("shop.db", code)
    except Exception:
        price = 0.0
    assert not price, code
