"""A part of a suite: of some splits or weaknesses, or of so many tasks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from treeplay import cwe
from treeplay.bench.suites import Suite
from treeplay.config.study import SuiteSettings
from treeplay.corpus.folds import family_of
from treeplay.corpus.schema import Task
from treeplay.errors import DataError
from treeplay.files import sha256_text


def subset(suite: Suite, settings: SuiteSettings, trained: Sequence[Task]) -> Suite:
    """The tasks of a suite that a study asks, under the study's name for them.

    Args:
        trained: what the arms learn from.

    Raises:
        DataError: no task is left.
    """
    tasks = [task for task in suite.tasks if not settings.splits or task.split in settings.splits]
    known = {task.cwe for task in trained if task.cwe}
    tasks = [task for task in tasks if _wanted(task, settings.cwes, known)]
    if settings.max_tasks is not None:
        tasks = sorted(sorted(tasks, key=_order)[: settings.max_tasks], key=lambda task: task.id)
    if not tasks:
        raise DataError(
            f"the suite {settings.label} has no task: of the {len(suite.tasks)} of {settings.suite} none is left by "
            f"splits={list(settings.splits)}, cwes={settings.cwes}; choose others"
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


def _order(task: Task) -> tuple[str, str]:
    """By a hash of the family, so that the order says nothing about the tasks."""
    return sha256_text(family_of(task)), task.id
