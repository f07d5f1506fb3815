"""LLaMA-Factory's ranking data: alpaca's form (`instruction`, `input`) or ShareGPT's (`conversations`).

A file is a JSON array. Of a data folder, the entries of its `dataset_info.json` with `ranking: true` are read, whose
`columns` may give fields other names; what `treeplay tree export` writes is such a folder.

Source: LLaMA-Factory's `data/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from treeplay.corpus.readers.preferences import Exchange, Message, Preference, Said, take_preference
from treeplay.corpus.readers.rows import read_items, validate
from treeplay.corpus.readers.sieve import Sieve
from treeplay.corpus.reading import Reading
from treeplay.errors import DataError
from treeplay.files import parse_json

_INFO = "dataset_info.json"
_FIELDS = {"prompt": "instruction", "query": "input", "messages": "conversations"} | {
    name: name for name in ("system", "chosen", "rejected")
}
"Our names of the fields by LLaMA-Factory's."


class _Set(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    file_name: str = ""
    ranking: bool = False
    columns: dict[str, str] = Field(default_factory=dict)


class _Row(Preference):
    system: str = ""
    instruction: str = ""
    input: str = ""
    conversations: list[Message] = Field(default_factory=list)
    chosen: str | Message
    rejected: str | Message


def read(path: Path) -> Reading:
    """Tasks of a JSON array, or of the ranking sets of a data folder.

    Raises:
        DataError: a file or item is not as it should be, or an id stands twice; names file and item.
    """
    sieve = Sieve()
    for where, value in _items(path):
        row = validate(_Row, value, where=where)
        if not (row.instruction or row.conversations):
            raise DataError(f"{where}: neither 'instruction' nor 'conversations'; one of them says what is asked")
        take_preference(sieve, where, row, Exchange(_prompt(row), _turns(row.chosen), _turns(row.rejected)))
    return sieve.reading()


def _prompt(row: _Row) -> Said:
    if row.conversations:
        system = [Message(role="system", content=row.system)] if row.system else []
        return system + row.conversations
    asked = f"{row.instruction}\n{row.input}" if row.input else row.instruction
    return f"{row.system}\n\n{asked}" if row.system else asked


def _turns(said: str | Message) -> Said:
    return said if isinstance(said, str) else [said]


def _items(path: Path) -> Iterator[tuple[str, Any]]:
    if not path.is_dir():
        yield from read_items(path)
        return
    info = path / _INFO
    for name, entry in _entries(info):
        about = validate(_Set, entry, where=f"{info}, {name}")
        if about.ranking:
            for where, value in read_items(path / about.file_name):
                yield where, _renamed(value, about.columns)


def _entries(info: Path) -> Iterator[tuple[str, Any]]:
    try:
        entries = parse_json(info.read_bytes(), where=str(info))
    except OSError as error:
        raise DataError(f"{info}: {error.strerror or error}; a data folder has this file") from error
    if not isinstance(entries, dict):
        raise DataError(f"{info}: must be one JSON object of data sets")
    yield from sorted(entries.items())


def _renamed(value: Any, columns: dict[str, str]) -> Any:
    """An item under our names of its fields."""
    if not isinstance(value, dict):
        return value
    named = {columns[theirs]: ours for theirs, ours in _FIELDS.items() if theirs in columns}
    return {named.get(key, key): one for key, one in value.items()}
