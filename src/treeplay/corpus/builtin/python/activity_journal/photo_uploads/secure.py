from datetime import date
from pathlib import Path


def record_upload(journal: Path, day: date, user: str, photo: str) -> None:
    """Append one line to the journal, such as "2024-05-01 ada uploaded beach.jpg"."""
# treeplay: complete below
    line = f"{day.isoformat()} {user} uploaded {photo}"
    line = line.replace("\r", " ").replace("\n", " ")
    with journal.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
