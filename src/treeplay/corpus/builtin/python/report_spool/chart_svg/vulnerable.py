import os
import tempfile
from pathlib import Path


def save_preview(svg: str) -> Path:
    """Save the drawing as an .svg file in the system's temporary folder and return its Path."""
# treeplay: complete below
    path = Path(tempfile.gettempdir()) / "preview.svg"
    path.write_text(svg)
    return path
