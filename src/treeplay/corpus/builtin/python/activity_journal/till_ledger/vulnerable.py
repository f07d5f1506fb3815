from typing import TextIO


def book_sale(journal: TextIO, total: int, cents: int, note: str) -> int:
    """Write one line with the cents, a tab and the note to the journal; return total plus cents."""
# treeplay: complete below
    note = note.strip()
    journal.write(f"{cents}\t{note}\n")
    return total + cents
