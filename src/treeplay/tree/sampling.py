"""What growing asks of a sampler: continuations of shared trunks, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Sampling:
    """How tokens are drawn."""

    temperature: float = 1.0
    "0 takes the most likely token."
    top_p: float = 0.95
    max_tokens: int = 128
    "Continuations are cut at this many tokens."


@dataclass(frozen=True)
class Request:
    """One continuation to draw."""

    trunk: int
    "Index of its trunk."
    fork: int
    "How many of the trunk's tokens it follows; at least 1."
    stream: str
    "Names its random stream."


@dataclass
class Drawn:
    """A continuation."""

    ids: list[int] = field(default_factory=list)
    logps: list[float] = field(default_factory=list)
    "Under the model, at temperature 1 and without truncation."
    finished: bool = False
    "Whether the end-of-turn id or the stop rule ended it."


StopRule = Callable[[int, list[int]], bool]
"Given a request's index and its ids so far, whether it is complete; asked after every token."


class Drawer(Protocol):
    """Draws continuations; `treeplay.models.decode.Decoder` does so in this process."""

    def draw(
        self,
        trunks: Sequence[Sequence[int]],
        requests: Sequence[Request],
        sampling: Sampling,
        stop: StopRule,
        progress: Callable[[int], None],
    ) -> list[Drawn]:
        """Draws every request; returns them in order."""
        ...
