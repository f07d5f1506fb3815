"""The two ways Treeplay writes files: whole or not at all, or one complete line at a time.

A reader therefore never meets half a file: `write_whole` goes through a temporary name, fsync and rename;
`append_line` writes a line with one call and syncs it; `read_records` leaves out the torn last line that a killed
process or a full disk can leave, and the next `append_line` cuts it off.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path
from typing import Any

from treeplay.errors import DataError, WriteError


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file so that its name only ever holds the old content or all of the new.

    Raises:
        WriteError: it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    temporary = path.with_name(f".{path.name}.tmp")  # one name, so that what a kill leaves is written over
    with _writing(path):
        try:
            with temporary.open("wb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def dump_json(value: Any, *, indent: int | None = None) -> str:
    """The one JSON text of a value: sorted keys, UTF-8, no NaN."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False, indent=indent)


def write_json(path: Path, value: Any) -> None:
    """Writes a value as an indented JSON file, whole or not at all."""
    write_whole(path, dump_json(value, indent=2) + "\n")


def append_line(path: Path, record: Any) -> None:
    """Appends one record as a JSON line, complete on disk when this returns; only one process may do so at a time.

    Raises:
        WriteError: it cannot be written; a torn line may be left.
    """
    with _writing(path), path.open("a+b") as handle:
        _cut_torn_line(handle)
        handle.write((dump_json(record) + "\n").encode())
        handle.flush()
        os.fsync(handle.fileno())


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Makes the file's folder, and an error of what the system refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise WriteError(
            f"{path}: cannot be written ({error.strerror or error}); check the path, your rights and the disk, "
            "then run the same command again: what was there before still is"
        ) from error


def _cut_torn_line(handle: BufferedRandom) -> None:
    """Cuts off a last line without its line break."""
    if handle.seek(0, os.SEEK_END):
        handle.seek(-1, os.SEEK_END)
        if handle.read(1) != b"\n":
            handle.seek(0)
            handle.truncate(handle.read().rfind(b"\n") + 1)


def read_records(path: Path) -> Iterator[tuple[int, Any]]:
    """Yields `(line number from 1, value)` of a file of ours that `append_line` made, even while it is written to.

    Raises:
        DataError: see `read_lines`.
    """
    return _lines_of(path, whole_only=True)


def read_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """Yields `(line number from 1, value)` of a JSONL file, unpacked if it ends in .gz; blank lines are skipped.

    Raises:
        DataError: the file cannot be read, or a line is not JSON; names file and line.
    """
    return _lines_of(path, whole_only=False)


def _lines_of(path: Path, *, whole_only: bool) -> Iterator[tuple[int, Any]]:
    try:
        handle = gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}; check the path") from error
    with handle:
        try:
            for number, line in enumerate(handle, start=1):
                if line.strip() and (line.endswith(b"\n") or not whole_only):
                    yield number, parse_json(line, where=f"{path}:{number}")
        except (EOFError, OSError, zlib.error) as error:
            raise DataError(f"{path}: cannot be read to its end ({error}); fetch it again") from error


def parse_json(data: bytes | str, *, where: str) -> Any:
    """A JSON value, or a `DataError` that says where the text stands and what is wrong with it."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{where}: not JSON ({error}); mend or delete this line") from error


def sha256_text(*parts: str) -> str:
    """A content hash over several texts, each kept apart from the next."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


def cache_folder() -> Path:
    """Where Treeplay keeps what can be made again: `$TREEPLAY_CACHE`, else the user's cache folder."""
    if own := os.environ.get("TREEPLAY_CACHE"):
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "treeplay"
