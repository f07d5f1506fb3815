"""Samples as files, for tools that read a folder of programs; named by content, so that equal ones are one file."""

from __future__ import annotations

from pathlib import Path

from treeplay.bench.samples import SampleStore
from treeplay.bench.suites import Suite
from treeplay.corpus.layout import EXTENSIONS
from treeplay.errors import RunError
from treeplay.files import sha256_text, write_whole


def write_programs(folder: Path, suite: Suite, target: Path) -> int:
    """Writes the programs that a folder's samples make; returns how many the target did not have yet.

    Raises:
        RunError: a sample is of an unknown task.
    """
    task_of = {task.id: task for task in suite.tasks}
    written = 0
    for sample in SampleStore(folder / "samples.jsonl"):
        task = task_of.get(sample.task_id)
        if task is None:
            raise RunError(f"{folder}: the suite has no task {sample.task_id!r}; name the suite the samples are of")
        text = task.program(sample.completion)
        path = target / f"{sha256_text(text)[:20]}.{EXTENSIONS.get(task.language, task.language)}"
        if not path.exists():
            write_whole(path, text.encode("utf-8", "replace"))
            written += 1
    return written
