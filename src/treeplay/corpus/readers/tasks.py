"""Our own schema, a task a line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from treeplay.corpus.readers.rows import read_rows
from treeplay.corpus.reading import Reading
from treeplay.corpus.schema import Task


def read(path: Path) -> Reading:
    """Tasks of a JSONL file, or of every `*.jsonl` of a folder; one whose id came before is counted, not used.

    Raises:
        DataError: a line is not a task; names file and line.
    """
    tasks: dict[str, Task] = {}
    dropped: Counter[str] = Counter()
    for _, task in read_rows(path, Task):
        if task.id in tasks:
            dropped["id seen before"] += 1
        else:
            tasks[task.id] = task
    return Reading(list(tasks.values()), dropped)
