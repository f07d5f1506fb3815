from pathlib import Path

DOCS = Path("docs").resolve()


def read_page(name: str) -> str:
    """Return the text of the page `name`, for example "guide/start.md", in the folder `DOCS`.

    Raises FileNotFoundError when there is no such page.
    """
# treeplay: complete below
    path = (DOCS / name).resolve()
    if not path.exists():
        raise FileNotFoundError(name)
    return path.read_text()
