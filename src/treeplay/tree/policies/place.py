"""What a node policy sees and what it answers with: places in the golden code, not yet tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from treeplay.corpus.schema import Task
from treeplay.syntax.lexer import tokens
from treeplay.syntax.statements import Statement, statements


@dataclass(frozen=True)
class Place:
    """A statement at which the golden path can be left."""

    start: int | None
    "Offset of the statement in the golden code; none for the first golden token, wherever it lies."
    cwe: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class Found:
    """The places a policy chose, those it would keep first in front."""

    places: tuple[Place, ...]
    unmatched: int = 0
    "Hints of the task, such as annotations, that fit nowhere."


@dataclass(frozen=True)
class Golden:
    """The golden code of one task, as policies look at it."""

    task: Task
    seed: int = 0

    @cached_property
    def code(self) -> str:
        """What the model is given and what it should write."""
        return self.task.prefix + self.task.golden

    @property
    def begin(self) -> int:
        """Offset at which the golden completion begins."""
        return len(self.task.prefix)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the code, the given prefix included."""
        return statements(self.code, self.task.language)

    @cached_property
    def _token_spans(self) -> list[tuple[int, int]]:
        stream = tokens(self.code, self.task.language)
        return [(token.end, token.start) for token in stream if token.kind not in ("comment", "break")]

    def token_from(self, char: int) -> int | None:
        """Offset of the token that holds a character, else of the next one; comments are no tokens."""
        index = bisect_left(self._token_spans, (char + 1, 0))
        return self._token_spans[index][1] if index < len(self._token_spans) else None

    def has_token(self, start: int, end: int) -> bool:
        """Whether a part of any token lies in a span."""
        index = bisect_left(self._token_spans, (start + 1, 0))
        return start < end and index < len(self._token_spans) and self._token_spans[index][1] < end

    def statement_at(self, char: int) -> Statement | None:
        """The innermost statement that holds the first token at or after a character, if the completion began it."""
        at = self.token_from(char)
        holding = [one for one in self.statements if at is not None and one.start <= at < one.end]
        return holding[-1] if holding and holding[-1].start >= self.begin else None


Policy = Callable[[Golden], Found]
