import zipfile
from pathlib import Path

PLUGINS = Path("plugins").resolve()


def install(archive: zipfile.ZipFile) -> None:
    """Write every member of `archive` to the file of its name below `PLUGINS`.

    The member "clock/main.py" becomes PLUGINS / "clock/main.py"; missing folders are created.
    """
# treeplay: complete below
    for name in archive.namelist():
        path = (PLUGINS / name).resolve()
        if not path.is_relative_to(PLUGINS):
            raise ValueError(f"bad member: {name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(archive.read(name))
