"""One way to name tasks: `builtin`, `builtin:python`, `<reader>:<path>`, or a file of tasks; each may end in a split.

`builtin:python:dev`, `seccodeplt:data/seccodeplt:dev` and `mine.jsonl:test` are the tasks of one split alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from treeplay.corpus.layout import BUILTIN, EXTENSIONS, read_layout
from treeplay.corpus.readers import find_reader
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Split, Task
from treeplay.errors import DataError, unknown_name


@dataclass(frozen=True)
class Source:
    """What a source's text names."""

    reader: str
    "`builtin`, or a reader's name."
    rest: str
    "A path; of the built-in corpus a language, or nothing for all."
    split: Split | None = None
    "The only split to take; none for all."

    def __str__(self) -> str:
        return ":".join(part for part in (self.reader, self.rest, self.split) if part)


def parse(source: str) -> Source:
    """The parts of a source's text; nothing is opened.

    A split's name at the end, after a colon, is a split, unless the whole text is a file's path.

    >>> parse("seccodeplt:data/seccodeplt:dev")
    Source(reader='seccodeplt', rest='data/seccodeplt', split='dev')

    Raises:
        DataError: it has the form of no source.
    """
    body, _, last = source.rpartition(":")
    split: Split | None = next((known for known in get_args(Split) if known == last), None)
    if not body or split is None or Path(source).is_file():
        body, split = source, None
    name, _, rest = body.partition(":")
    if body.endswith(".jsonl") and (not rest or Path(body).is_file()):
        return Source("tasks", body, split)
    if name == "builtin" or rest:
        return Source(name, rest, split)
    raise DataError(
        f"{source!r} names no tasks; give `builtin`, `builtin:python`, `<reader>:<path>` or the path of a .jsonl"
    )


def load(source: str, split: Split | None = None) -> list[Task]:
    """The tasks of a source, sorted by id.

    Args:
        source: `builtin`, `builtin:<language>`, `<reader>:<path>` (`sven:data/sven`), or the path of a .jsonl of tasks;
            each may end in `:<split>`.
        split: only these; all if none is given.

    Raises:
        DataError: the source cannot be read.
        ConfigError: there is no such reader or language.
    """
    tasks = sorted(read(source).tasks, key=lambda task: task.id)
    return [task for task in tasks if split is None or task.split == split]


def read(source: str) -> Reading:
    """The tasks of a source as its reader gives them, and what the reader left out, of all splits.

    Raises:
        DataError: the source cannot be read.
        ConfigError: there is no such reader or language.
    """
    named = parse(source)
    reading = _read_builtin(named.rest) if named.reader == "builtin" else find_reader(named.reader)(Path(named.rest))
    tasks = [task for task in reading.tasks if named.split is None or task.split == named.split]
    return Reading(tasks, reading.dropped, reading.unrun)


def _read_builtin(language: str) -> Reading:
    if language and language not in EXTENSIONS:
        raise unknown_name("language of the built-in corpus", language, EXTENSIONS)
    return Reading(list(_builtin(language)))


@cache
def _builtin(language: str) -> tuple[Task, ...]:
    """The packaged tasks do not change while we run; a user's file may, so no other source is remembered."""
    return tuple(read_layout(BUILTIN, (language,) if language else ()))
