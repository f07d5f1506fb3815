"""One way to name tasks: `builtin`, `builtin:python`, `<reader>:<path>`, or a file of tasks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treeplay.corpus.layout import BUILTIN, EXTENSIONS, read_layout
from treeplay.corpus.readers import find_reader
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
    return [task for task in _read(source) if split is None or task.split == split]


@cache
def _read(source: str) -> tuple[Task, ...]:
    name, _, rest = source.partition(":")
    if name == "builtin":
        if rest and rest not in EXTENSIONS:
            raise unknown_name("language of the built-in corpus", rest, EXTENSIONS)
        return tuple(read_layout(BUILTIN, (rest,) if rest else ()))
    if source.endswith(".jsonl"):
        found = find_reader("tasks")(Path(source)).tasks
    elif rest:
        found = find_reader(name)(Path(rest)).tasks
    else:
        raise DataError(
            f"{source!r} names no tasks; give `builtin`, `builtin:python`, `<reader>:<path>` or the path of a .jsonl"
        )
    return tuple(sorted(found, key=lambda task: task.id))
