"""Where two versions of a program differ, token by token.

A token is a word or one other character, with the white space before it. difflib aligns them; a run that was only
put in or taken out is then slid to the start of a line where the same text allows it, because people change whole
lines: of `a(1)` put before `a(2)`, difflib alone sees `1)⏎a(` put in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])|\s+\Z")
_SAME_LINE_MARKS = re.compile(r"[^\w\n]*")

Run = tuple[int, int, int, int]


@dataclass(frozen=True)
class Changes:
    """The spans that differ, pairwise: `old_spans[i]` became `new_spans[i]`; outside them the texts are equal.

    Either span of a pair may be empty, at the place where the other's text is missing.
    """

    old_spans: tuple[tuple[int, int], ...]
    new_spans: tuple[tuple[int, int], ...]


def changed_spans(old: str, new: str) -> Changes:
    """The differences between two texts as character spans, in order.

    Differences with nothing but punctuation and blanks between them, on one line, are one.
    """
    old, new = "\n" + old, "\n" + new  # so that the first line begins as the others do
    old_tokens, new_tokens = _TOKEN.findall(old), _TOKEN.findall(new)
    old_at, new_at = _offsets(old_tokens), _offsets(new_tokens)
    merged: list[Run] = []
    for run in _runs(old_tokens, new_tokens):
        a, b, c, d = _slid(run, old_tokens, new_tokens)
        span = _tightened((old_at[a], old_at[b], new_at[c], new_at[d]), old, new)
        if merged and _belong_together(new[merged[-1][3] : span[2]]):
            first = merged.pop()
            span = (first[0], span[1], first[2], span[3])
        merged.append(span)
    return Changes(tuple((a - 1, b - 1) for a, b, _, _ in merged), tuple((c - 1, d - 1) for _, _, c, d in merged))


def _runs(old: list[str], new: list[str]) -> list[Run]:
    """Differing runs of tokens; the equal head and tail are taken off first, which keeps long files fast."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    return [(a + head, b + head, c + head, d + head) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _slid(run: Run, old: list[str], new: list[str]) -> Run:
    """A pure insertion or deletion, moved back to the nearest start of a line that leaves the texts the same."""
    a, b, c, d = run
    tokens, start, end = (new, c, d) if a == b else (old, a, b)
    if (a != b and c != d) or _starts_line(tokens, start):
        return run
    back = 0
    while min(a, c) > back and tokens[start - back - 1] == tokens[end - back - 1]:
        back += 1
        if old[a - back] != new[c - back]:
            return run
        if _starts_line(tokens, start - back):
            return a - back, b - back, c - back, d - back
    return run


def _starts_line(tokens: list[str], index: int) -> bool:
    return index < len(tokens) and "\n" in tokens[index]


def _offsets(tokens: list[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _belong_together(between: str) -> bool:
    return _SAME_LINE_MARKS.fullmatch(between) is not None


def _tightened(span: Run, old: str, new: str) -> Run:
    """Without the white space that both sides begin with; what one side has alone begins with code if it can."""
    a, b, c, d = span
    while a < b and c < d and old[a] == new[c] and old[a].isspace():
        a, c = a + 1, c + 1
    while (a == b) != (c == d) and b < len(old) and d < len(new):
        char = new[c] if a == b else old[a]
        if not char.isspace() or char != old[b] or char != new[d]:
            break
        a, b, c, d = a + 1, b + 1, c + 1, d + 1
    return a, b, c, d
