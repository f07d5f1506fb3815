"""What a reader gives back: the tasks it could use, and a count of what it left out and why.

Kept apart from the readers so that an outside package can write one with this import alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from treeplay.corpus.schema import Task
from treeplay.syntax.languages import has_grammar
from treeplay.syntax.normal import normal_form


@dataclass(frozen=True)
class Reading:
    """The tasks of one source in the order of the source, and what was left out of it."""

    tasks: list[Task]
    dropped: Counter[str] = field(default_factory=Counter)
    "How many items were left out, by reason."
    unrun: Counter[str] = field(default_factory=Counter)
    "How many of the tasks are used without the tests that their set has, by reason."

    @property
    def n_read(self) -> int:
        """Items of the source, used or not."""
        return len(self.tasks) + self.dropped.total()


Reader = Callable[[Path], Reading]
"Reads a file or a folder; a malformed item is a `DataError` with its place, a known fault is counted."


def normal(code: str, language: str) -> str:
    """The code without comments and choice of white space; of a language without a grammar, without white space."""
    return normal_form(code, language) if has_grammar(language) else squeeze(code)


def squeeze(code: str) -> str:
    """The text without any white space: two codes that differ in layout alone give the same."""
    return "".join(code.split())
