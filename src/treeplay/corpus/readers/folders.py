"""Sets that are folders of source files: their texts, with errors that name the file."""

from __future__ import annotations

from pathlib import Path

from treeplay.errors import DataError


def text_of(file: Path) -> str:
    """A file's text.

    Raises:
        DataError: it cannot be read, or is not UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(f"{file}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 ({error.reason} at byte {error.start}); fetch it again") from error


def found(root: Path, pattern: str) -> list[Path]:
    """The files anywhere below a folder whose names fit, in the order of their paths.

    Raises:
        DataError: there is none, or the folder cannot be looked through.
    """
    try:
        files = sorted(file for file in root.rglob(pattern) if file.is_file())
    except OSError as error:
        raise DataError(f"{root}: {error.strerror or error}; check the path") from error
    if not files:
        raise DataError(f"{root}: no {pattern} lies anywhere below; name the data set's folder")
    return files
