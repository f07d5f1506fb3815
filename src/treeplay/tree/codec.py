"""What growing has to know of a tokenizer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Codec(Protocol):
    """Text of ids; `treeplay.models.prompt.Prompter` is one."""

    def decode(self, ids: Sequence[int]) -> str:
        """The text of ids, special ones left out."""
        ...

    def ends(self, ids: Sequence[int]) -> list[int]:
        """For each id, the length of the text up to and with it."""
        ...
