"""Near duplicates among programs: those that share at least half of their 8-token shingles.

Two sets so alike share one of their rarest shingles too (prefix filtering, Chaudhuri et al. 2006), so an inverted index
over the rarer half proposes every pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

SHINGLE = 8
NEAR = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")


class NearPair(NamedTuple):
    """Places of two programs in what was given, the earlier first."""

    first: int
    second: int
    similarity: float
    "Jaccard of their shingles; 1 for equal sets."


def near_pairs(programs: Sequence[str]) -> Iterator[NearPair]:
    """Every two programs that are nearly the same, each pair once, in the order of their places."""
    numbers: dict[tuple[str, ...], int] = {}
    shingles = [_shingles(program, numbers) for program in programs]
    for a, b in sorted(_candidates(shingles)):
        common = len(shingles[a] & shingles[b])
        similarity = common / (len(shingles[a]) + len(shingles[b]) - common)
        if similarity >= NEAR:
            yield NearPair(a, b, similarity)


def _candidates(shingles: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Every pair of places whose sets can be near, each once, the earlier place first."""
    counts = Counter(shingle for own in shingles for shingle in own)
    holders: dict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(shingles):
        rarest = sorted(own, key=lambda shingle: (counts[shingle], shingle))
        rarest = rarest[: len(own) - math.ceil(NEAR * len(own)) + 1]
        yield from ((other, index) for other in {other for shingle in rarest for other in holders[shingle]})
        for shingle in rarest:
            holders[shingle].append(index)


def _shingles(program: str, numbers: dict[tuple[str, ...], int]) -> set[int]:
    """The program's runs of tokens by number, new ones entered; a program shorter than one run is a single shingle."""
    tokens = _TOKEN.findall(program)
    runs = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else ()
    return {numbers.setdefault(tuple(tokens[i : i + SHINGLE]), len(numbers)) for i in runs}
