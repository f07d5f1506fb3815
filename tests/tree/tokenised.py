"""Golden paths in two tokenisations made by hand: one token a byte, and words with a blank before, as GPT-2's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treeplay.corpus.schema import Task
from treeplay.tree.path import GoldenPath

PROMPT = (7, 7, 7)
END = 300
_WORDS = re.compile(r"\s*\n(?: *(?= ))?| ?(?:\w+|[^\w\s])| +(?= )|\s+")


def by_byte(task: Task) -> GoldenPath:
    """One token a byte; of the bytes of one character the first has its span, the others an empty one behind it."""
    spans: list[tuple[int, int]] = []
    ids: list[int] = []
    begin = len(task.prefix)
    for at, char in enumerate(task.golden, start=begin):
        data = char.encode()
        ids += data
        spans += [(at, at + 1)] + [(at + 1, at + 1)] * (len(data) - 1)
    size = begin + len(task.golden)
    return GoldenPath(task, PROMPT, (*ids, END), (*spans, (size, size)))


def by_word(task: Task, *, held_back: int = 0) -> GoldenPath:
    """A word or mark with the blank before it, or line breaks with indentation; begins `held_back` characters early."""
    begin = len(task.prefix) - held_back
    code = task.prefix + task.golden
    spans = [(begin + m.start(), begin + m.end()) for m in _WORDS.finditer(code[begin:])]
    ids = tuple(range(len(spans)))
    return GoldenPath(task, PROMPT, (*ids, END), (*spans, (len(code), len(code))))


def text_of(path: GoldenPath, position: int) -> str:
    """The text of one golden token."""
    start, end = path.spans[position - len(PROMPT)]
    return path.code[start:end]


def decode_bytes(ids: Sequence[int]) -> str:
    """The text of byte ids, the prompt's and the end left out."""
    return bytes(one for one in ids if one not in (*PROMPT, END)).decode("utf-8", "replace")
