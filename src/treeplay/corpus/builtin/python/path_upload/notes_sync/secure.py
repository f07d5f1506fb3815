from pathlib import Path

NOTES = Path("notes").resolve()


def save_note(name: str, text: str) -> None:
    """Write `text` to the note `name`, for example "work/todo.txt", in the folder `NOTES`.

    Missing folders are created.
    """
# treeplay: complete below
    path = (NOTES / name).resolve()
    if not path.is_relative_to(NOTES):
        raise ValueError(f"bad note name: {name}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
