"""The golden path: one task's secure completion as tokens, each with its place in the code.

Nodes are chosen on code and trained on tokens; this is where the one is turned into the other, from the one
tokenisation that everything else uses.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from treeplay.corpus.schema import Task


@dataclass(frozen=True)
class GoldenPath:
    """A task's prompt and golden completion in ids."""

    task: Task
    prompt_ids: tuple[int, ...]
    golden_ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    """For each golden id its characters in `task.prefix + task.golden`, in order and without gaps.

    The first may begin inside the prefix's last white space. Ids after the code, the closing fence and the end of turn,
    have an empty span at its end.
    """

    def __post_init__(self) -> None:
        if len(self.spans) != len(self.golden_ids):
            raise ValueError(f"task {self.task.id}: {len(self.golden_ids)} golden ids but {len(self.spans)} spans")

    @property
    def code(self) -> str:
        """The golden program as the model sees it."""
        return self.task.prefix + self.task.golden

    def position_of(self, char: int) -> int | None:
        """Index in `prompt_ids + golden_ids` of the token that holds a character; none if no golden token does."""
        index = bisect_right(self.spans, (char, len(self.code) + 1)) - 1
        while index >= 0 and self.spans[index][0] == self.spans[index][1]:
            index -= 1
        if index < 0 or not self.spans[index][0] <= char < self.spans[index][1]:
            return None
        return len(self.prompt_ids) + index

    def start_of(self, position: int) -> int:
        """Offset in the code where the token at a position of `prompt_ids + golden_ids` begins.

        Raises:
            IndexError: the position is inside the prompt or past the end.
        """
        index = position - len(self.prompt_ids)
        if index < 0:
            raise IndexError(f"position {position} is inside the prompt of task {self.task.id}")
        return self.spans[index][0]

    def end_before(self, char: int) -> int:
        """Position just past the last token that begins before a character.

        Of a character of several tokens the first has its span, the others an empty one behind it.
        """
        last = max((i for i, (start, end) in enumerate(self.spans) if start < char and end > start), default=-1)
        end = self.spans[last][1] if last >= 0 else 0
        while last + 1 < len(self.spans) and self.spans[last + 1] == (end, end) and end < len(self.code):
            last += 1
        return len(self.prompt_ids) + last + 1
