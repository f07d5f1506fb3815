import os
import tempfile


def edit_text(text: str, editor) -> str:
    """Put text into a temporary file, call editor(path), and return what the file holds afterwards."""
# treeplay: complete below
    fd, path = tempfile.mkstemp(suffix=".txt")
    with os.fdopen(fd, "w") as draft:
        draft.write(text)
    editor(path)
    with open(path) as draft:
        return draft.read()
