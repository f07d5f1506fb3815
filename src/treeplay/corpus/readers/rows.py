"""Rows of a JSONL or JSON file, each validated by a model, each with its place for error messages.

Outside data is validated here and nowhere else: what leaves this module has the types its model says.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from treeplay.errors import DataError
from treeplay.files import parse_json, read_lines

Row = TypeVar("Row", bound=BaseModel)

_MAX_FIELD = 2**31 - 1
"Characters of a CSV field; the csv module's own bound is shorter than some functions."
_MAX_SHOWN = 3
_MAX_WIDTH = 60


def read_rows(path: Path, model: type[Row]) -> Iterator[tuple[str, Row]]:
    """Yields `(file:line, row)` of a JSONL file, or of every `*.jsonl` of a folder in the order of their names.

    Raises:
        DataError: a file cannot be read, a folder holds none, or a row is not as `model` says.
    """
    for file in files_of(path, "*.jsonl"):
        for number, value in read_lines(file):
            where = f"{file}:{number}"
            yield where, validate(model, value, where=where)


def read_array(path: Path, model: type[Row]) -> Iterator[tuple[str, Row]]:
    """Yields `(file, item n, row)` of a JSON file that is one array, or of every `*.json` of a folder."""
    for file in files_of(path, "*.json"):
        for where, value in read_items(file):
            yield where, validate(model, value, where=where)


def read_items(file: Path) -> Iterator[tuple[str, Any]]:
    """Yields `(file, item n, value)` of a JSON file that is one array."""
    try:
        data = file.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        raise DataError(f"{file}: {error}; check the path") from error
    items = parse_json(data, where=str(file))
    if not isinstance(items, list):
        raise DataError(f"{file}: the file must be one JSON array of items")
    for number, value in enumerate(items, start=1):
        yield f"{file}, item {number}", value


def read_table(path: Path, model: type[Row]) -> Iterator[tuple[str, Row]]:
    """Yields `(file:line, row)` of a CSV file with a header, or a JSONL file, or of every one of either in a folder."""
    for file in files_of(path, "*.jsonl", "*.csv"):
        lines = _read_csv(file) if file.suffix == ".csv" else read_lines(file)
        for number, value in lines:
            where = f"{file}:{number}"
            yield where, validate(model, value, where=where)


def _read_csv(file: Path) -> Iterator[tuple[int, dict[str, str | None]]]:
    csv.field_size_limit(_MAX_FIELD)
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            rows = csv.DictReader(handle, restkey="", strict=True)
            for row in rows:
                yield rows.line_num, row
    except OSError as error:
        raise DataError(f"{file}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 ({error.reason}); convert it") from error
    except csv.Error as error:
        raise DataError(f"{file}:{rows.line_num}: not CSV ({error}); mend or delete this line") from error


def files_of(path: Path, *patterns: str) -> list[Path]:
    """The file itself, or the files of a folder that fit one of the patterns, sorted by name."""
    if not path.is_dir():
        return [path]
    files = sorted({file for pattern in patterns for file in path.glob(pattern)})
    if not files:
        wanted = " or ".join(patterns)
        raise DataError(f"{path}: this folder holds no {wanted} file; name the data set's file or folder")
    return files


def validate(model: type[Row], value: Any, *, where: str) -> Row:
    """The value as a model, or a `DataError` that names the place and the first few faults."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise DataError(f"{where}: {faults(error)}") from error


def faults(error: ValidationError) -> str:
    """The faults that pydantic found, in one line, without the data itself."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [_fault(item["loc"], item["msg"]) for item in found[:_MAX_SHOWN]]
    more = [f"and {len(found) - _MAX_SHOWN} more"] if len(found) > _MAX_SHOWN else []
    return "; ".join(shown + more)


def _fault(location: Iterable[int | str], message: str) -> str:
    name = ".".join(str(part) for part in location)[:_MAX_WIDTH]
    return f"{name!r}: {message}" if name else message
