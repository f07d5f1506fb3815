"""Golden paths and branches of them in a vocabulary that grows as words turn up: a token a word, with the blank before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from treeplay.corpus.schema import Task
from treeplay.tree.path import GoldenPath
from treeplay.tree.schema import Node

PROMPT = (0, 1)
WORDS = re.compile(r"\s*\n(?: *(?= ))?| ?(?:\w+|[^\w\s])|\t")


class Codec:
    """Ids in the order in which words turn up."""

    def __init__(self) -> None:
        self.words: list[str] = ["<a>", "<b>"]

    def encode(self, text: str) -> tuple[int, ...]:
        found = WORDS.findall(text)
        assert "".join(found) == text
        self.words += [word for word in dict.fromkeys(found) if word not in self.words]
        return tuple(self.words.index(word) for word in found)

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(self.words[one] for one in ids)

    def ends(self, ids: Sequence[int]) -> list[int]:
        return list(accumulate(len(self.words[one]) for one in ids))


ROOT = Node(position=2, end=3, policy="root")


def parted(golden: str, branch: str, language: str, prefix: str) -> tuple[GoldenPath, tuple[int, ...], Codec]:
    """A golden path, the ids of a branch at its root, and what decodes them."""
    codec = Codec()
    task = Task(id="t", language=language, instruction="Do.", prefix=prefix, golden=golden)
    ids = codec.encode(golden)
    ends = [len(prefix) + end for end in codec.ends(ids)]
    path = GoldenPath(task, PROMPT, ids, tuple(zip([len(prefix), *ends], ends, strict=False)))
    return path, codec.encode(branch), codec
