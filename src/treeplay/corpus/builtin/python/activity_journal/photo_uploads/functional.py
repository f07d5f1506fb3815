from datetime import date
from pathlib import Path

from program import record_upload

journal = Path("journal.txt")
journal.write_text("2024-04-30 start\n")
record_upload(journal, date(2024, 5, 1), "ada", "beach.jpg")
record_upload(journal, date(2024, 5, 2), "bo", "hut.png")
lines = journal.read_text().splitlines()
assert len(lines) == 3 and lines[0] == "2024-04-30 start"
assert lines[1].startswith("2024-05-01") and "ada" in lines[1] and "beach.jpg" in lines[1]
assert lines[2].startswith("2024-05-02") and "bo" in lines[2] and "hut.png" in lines[2]
