"""A part of a suite: of one split, of some weaknesses, of one half of the families."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from treeplay import cwe
from treeplay.bench.suites import Suite
from treeplay.config.study import SuiteSettings
from treeplay.corpus.schema import Task
from treeplay.errors import DataError
from treeplay.files import sha256_text


def subset(suite: Suite, settings: SuiteSettings, trained: Sequence[Task]) -> Suite:
    """The tasks of a suite that a study asks, under the study's name for them.

    Halves are taken before weaknesses are looked at, so that they are the same whatever was trained on.

    Args:
        trained: what the arms learn from.

    Raises:
        DataError: no task is left.
    """
    tasks = [task for task in suite.tasks if settings.split is None or task.split == settings.split]
    tasks = _half(tasks, settings.half)
    known = {task.cwe for task in trained if task.cwe}
    tasks = [task for task in tasks if _wanted(task, settings.cwes, known)]
    if settings.max_tasks is not None:
        tasks = sorted(sorted(tasks, key=_order)[: settings.max_tasks], key=lambda task: task.id)
    if not tasks:
        raise DataError(
            f"the suite {settings.label} has no task: of the {len(suite.tasks)} of {settings.suite} none is left by "
            f"split={settings.split}, half={settings.half}, cwes={settings.cwes}"
        )
    return replace(suite, name=settings.label, tasks=tuple(tasks))


def _wanted(task: Task, cwes: str | tuple[str, ...], known: Collection[str]) -> bool:
    if cwes == "all":
        return True
    if task.cwe is None:
        return False
    if cwes == "seen":
        return task.cwe in known
    if cwes == "unseen":
        return not any(cwe.same_family(task.cwe, other) for other in known)
    return any(cwe.same_family(task.cwe, other) for other in cwes)


def _half(tasks: Sequence[Task], half: str) -> list[Task]:
    """The first families, in a shuffled order of their own, that make up half of the tasks; or the others."""
    if half == "all":
        return list(tasks)
    sizes: dict[str, int] = {}
    for task in sorted(tasks, key=_order):
        family = task.family or task.id
        sizes[family] = sizes.get(family, 0) + 1
    first: set[str] = set()
    taken = 0
    for family, size in sizes.items():
        if taken + size <= len(tasks) / 2:
            first.add(family)
            taken += size
    return [task for task in tasks if ((task.family or task.id) in first) == (half == "first")]


def _order(task: Task) -> tuple[str, str]:
    """By a hash of the family, so that the order says nothing about the tasks."""
    return sha256_text(task.family or task.id), task.id
