from datetime import date
from pathlib import Path

from program import record_upload

journal = Path("journal.txt")
journal.write_text("2024-04-30 start\n")
for breaks in ("\n", "\r\n"):
    try:
        record_upload(journal, date(2024, 5, 1), "ada", f"a.jpg{breaks}2023-01-01 bo uploaded b.jpg")
    except Exception:
        pass
lines = journal.read_text().splitlines()
assert all(line.startswith("2024-0") for line in lines), lines
