"""Tasks as a file of our own schema: a JSON line a task, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from treeplay.corpus.schema import Task
from treeplay.files import dump_json, write_whole


def write_tasks(path: Path, tasks: Iterable[Task]) -> None:
    """Writes tasks; `treeplay.corpus.load(path)` reads them back."""
    write_whole(path, "".join(dump_json(task.model_dump(mode="json", exclude_defaults=True)) + "\n" for task in tasks))
