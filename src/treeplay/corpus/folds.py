"""Choosing tasks by whole families: folds for cross-validation with some of each weakness, or a few of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from treeplay.corpus.schema import Task
from treeplay.errors import DataError
from treeplay.files import sha256_text


def deal(tasks: Sequence[Task], folds: int) -> dict[str, int]:
    """The fold of every family, from 0; a task without a family is one of its own.

    Families are dealt out like cards, weakness by weakness: a weakness with at least two families is never in one
    fold alone. Within a weakness the order is that of hashes, which says nothing about the tasks.

    Raises:
        DataError: there are fewer families than folds.
    """
    weakness = {family_of(task): task.cwe or "" for task in reversed(tasks)}
    order = sorted(weakness, key=lambda family: (weakness[family], sha256_text(family)))
    if len(order) < folds:
        raise DataError(f"{len(order)} families cannot be dealt into {folds} folds; choose fewer folds")
    return {family: place % folds for place, family in enumerate(order)}


def few_of_each(tasks: Sequence[Task], most: int) -> list[Task]:
    """The tasks of at most so many families of each weakness in a language; those of fewer are among those of more.

    Within a weakness the order is that of hashes, as in `deal`.
    """
    families: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for task in tasks:
        families[task.language, task.cwe].add(family_of(task))
    chosen = {kind: sorted(names, key=sha256_text)[:most] for kind, names in families.items()}
    return [task for task in tasks if family_of(task) in chosen[task.language, task.cwe]]


def family_of(task: Task) -> str:
    """What is never divided."""
    return task.family or task.id
