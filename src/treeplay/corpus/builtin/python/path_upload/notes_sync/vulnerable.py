from pathlib import Path

NOTES = Path("notes").resolve()


def save_note(name: str, text: str) -> None:
    """Write `text` to the note `name`, for example "work/todo.txt", in the folder `NOTES`.

    Missing folders are created.
    """
# treeplay: complete below
    path = (NOTES / name).resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
