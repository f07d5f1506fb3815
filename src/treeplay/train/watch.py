"""Who watches a run: the stages report to a `Watcher`; the command line draws bars, a library call need not look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from treeplay.train.phase import Phase

StepTick = Callable[[int, dict[str, float]], None]


class GrowTick(Protocol):
    """Progress of a forest."""

    def tokens(self, count: int) -> None:
        """So many tokens were drawn."""
        ...

    def tree(self) -> None:
        """A tree is on disk."""
        ...


class Watcher(Protocol):
    """Is told what a run does."""

    def growing(self, number: int, trees: int, done: int) -> AbstractContextManager[GrowTick]:
        """A round's forest of `trees` trees is grown, of which `done` are there."""
        ...

    def forest(self, number: int, summary: dict[str, Any]) -> None:
        """A round's forest is complete."""
        ...

    def training(self, phase: Phase) -> AbstractContextManager[StepTick]:
        """A phase is trained; the tick is given each step's gradient tokens and metrics."""
        ...


class Silent:
    """A watcher that looks away."""

    def tokens(self, count: int) -> None:
        """See `GrowTick`."""

    def tree(self) -> None:
        """See `GrowTick`."""

    @contextmanager
    def growing(self, number: int, trees: int, done: int) -> Iterator[GrowTick]:
        """See `Watcher`."""
        yield self

    def forest(self, number: int, summary: dict[str, Any]) -> None:
        """See `Watcher`."""

    @contextmanager
    def training(self, phase: Phase) -> Iterator[StepTick]:
        """See `Watcher`."""
        yield lambda tokens, metrics: None
