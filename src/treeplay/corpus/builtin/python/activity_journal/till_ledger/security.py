import io

from program import book_sale

for note in ("tea\n-9900\trefund", "tea\r\n-9900\trefund\r\n"):
    journal = io.StringIO(newline="")
    try:
        book_sale(journal, 0, 250, note)
    except Exception:
        pass
    lines = journal.getvalue().splitlines()
    assert all(line.startswith("250\t") for line in lines), lines
