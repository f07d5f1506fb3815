"""One way to name tasks: `builtin`, `builtin:python`, `<reader>:<path>`, or a file of tasks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treeplay.corpus.layout import BUILTIN, EXTENSIONS, read_layout
from treeplay.corpus.readers import find_reader
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Split, Task
from treeplay.errors import DataError, unknown_name


def load(source: str, split: Split | None = None) -> list[Task]:
    """The tasks of a source, sorted by id.

    Args:
        source: `builtin`, `builtin:<language>`, `<reader>:<path>` (`sven:data/sven`), or the path of a .jsonl of tasks.
        split: only these; all if none is given.

    Raises:
        DataError: the source cannot be read.
        ConfigError: there is no such reader or language.
    """
    tasks = sorted(read(source).tasks, key=lambda task: task.id)
    return [task for task in tasks if split is None or task.split == split]


def read(source: str) -> Reading:
    """The tasks of a source as its reader gives them, and what the reader left out.

    Raises:
        DataError: the source cannot be read.
        ConfigError: there is no such reader or language.
    """
    name, _, rest = source.partition(":")
    if name == "builtin":
        if rest and rest not in EXTENSIONS:
            raise unknown_name("language of the built-in corpus", rest, EXTENSIONS)
        return Reading(list(_builtin(rest)))
    if source.endswith(".jsonl") and (not rest or Path(source).is_file()):
        return find_reader("tasks")(Path(source))
    if rest:
        return find_reader(name)(Path(rest))
    raise DataError(
        f"{source!r} names no tasks; give `builtin`, `builtin:python`, `<reader>:<path>` or the path of a .jsonl"
    )


@cache
def _builtin(language: str) -> tuple[Task, ...]:
    """The packaged tasks do not change while we run; a user's file may, so no other source is remembered."""
    return tuple(read_layout(BUILTIN, (language,) if language else ()))
