import os
import tempfile
from pathlib import Path


def stage_pages(pages: dict[str, str]) -> Path:
    """Write each page, {file name: text}, into one folder below the temporary folder and return it."""
# treeplay: complete below
    folder = Path(tempfile.gettempdir(), f"stage-{os.getpid()}")
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text)
    return folder
