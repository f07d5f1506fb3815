"""What readers of whole tasks share: ids stand once, and known faults are counted instead of used."""

from __future__ import annotations

from collections import Counter

from treeplay.corpus.reading import Reading, normal, squeeze
from treeplay.corpus.schema import Task
from treeplay.errors import DataError

EMPTY = "empty code"
UNCHANGED = "before equals after"
REPEATED = "the same as an item before it"
UNKNOWN_LANGUAGE = "of a language that is not known here"


class Sieve:
    """Takes tasks in the order of their source, and keeps those that are whole and new."""

    def __init__(self) -> None:
        self._tasks: list[Task] = []
        self._dropped: Counter[str] = Counter()
        self._unrun: Counter[str] = Counter()
        self._places: dict[str, str] = {}
        self._seen: set[tuple[str, ...]] = set()

    def drop(self, reason: str) -> None:
        """Counts an item that no task was made of."""
        self._dropped[reason] += 1

    def take(self, where: str, task: Task, *, unrun: str = "") -> None:
        """Keeps a task, or counts why not: nothing to write, a fix that changes only white space, seen before.

        Two tasks are the same if question, given code and both versions are, comments and white space aside.

        Args:
            where: the place that an error names.
            unrun: why the task goes without the tests that its set has.

        Raises:
            DataError: its id stands already; names both places.
        """
        if task.id in self._places:
            raise DataError(f"{where}: the id {task.id!r} stands at {self._places[task.id]} already; rename one")
        self._places[task.id] = where
        if fault := self._fault(task):
            self.drop(fault)
        else:
            self._tasks.append(task)
            self._unrun.update([unrun] if unrun else ())

    def reading(self) -> Reading:
        """What was kept, and the counts."""
        return Reading(self._tasks, self._dropped, self._unrun)

    def _fault(self, task: Task) -> str | None:
        if task.golden and not task.golden.strip():
            return EMPTY
        if task.golden and task.vulnerable is not None and squeeze(task.golden) == squeeze(task.vulnerable):
            return UNCHANGED
        codes = (task.prefix, task.prefix + task.golden, task.prefix + (task.vulnerable or ""))
        key = (squeeze(task.instruction), *(normal(code, task.language) for code in codes))
        if key in self._seen:
            return REPEATED
        self._seen.add(key)
        return None
