from pathlib import Path

THEMES = Path("themes").resolve()


def load_template(theme: str, name: str) -> str:
    """Return the text of `<theme>/<name>.html` in the folder `THEMES`.

    `name` may hold a subfolder, for example "parts/header".
    """
# treeplay: complete below
    path = (THEMES / theme / f"{name}.html").resolve()
    if not path.is_file():
        raise ValueError(f"no template: {name}")
    return path.read_text()
