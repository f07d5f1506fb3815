from pathlib import Path

import program

Path("invoices").mkdir()
Path("invoices/2024-17.pdf").write_bytes(b"%PDF 17")
assert program.load_invoice("2024-17.pdf") == b"%PDF 17"
assert program.load_invoice("2024-18.pdf") is None
