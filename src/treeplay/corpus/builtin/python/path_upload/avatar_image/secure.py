from pathlib import Path

UPLOADS = Path("uploads")


def save_avatar(filename: str, data: bytes) -> Path:
    """Write `data` to a file with the uploaded name in `UPLOADS`, which is created if needed.

    For example "cat.png" is written to Path("uploads/cat.png").
    """
# treeplay: complete below
    UPLOADS.mkdir(exist_ok=True)
    path = UPLOADS / Path(filename).name
    path.write_bytes(data)
    return path
