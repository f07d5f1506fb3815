"""What a corpus should not hold: duplicates across splits, divided families, empty code, fixes that change nothing.

Near duplicates share at least half of their 8-token shingles. Two sets so alike share one of their rarest shingles
too (prefix filtering, Chaudhuri et al. 2006), so an inverted index over the rarer half proposes every pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treeplay.corpus.reading import squeeze
from treeplay.corpus.schema import Task

SHINGLE = 8
NEAR = 0.5
Shingle = tuple[str, ...]
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Twin:
    """Two tasks whose golden programs are the same or nearly so."""

    first: str
    second: str
    similarity: float
    "Jaccard of their shingles; 1 for equal token sequences."
    crosses: bool
    "Between splits, or between the corpus and what it is held against."


@dataclass(frozen=True)
class Audit:
    """What was found."""

    tasks: int
    twins: tuple[Twin, ...]
    divided_families: tuple[str, ...]
    "Families in several splits, or also in what the corpus is held against."
    empty: tuple[str, ...]
    unchanged: tuple[str, ...]

    def crossing(self) -> dict[str, int]:
        """Counts of what crosses; all 0 means that training and evaluation are apart."""
        across = [twin for twin in self.twins if twin.crosses]
        return {
            "exact": sum(twin.similarity == 1 for twin in across),
            "near": sum(twin.similarity < 1 for twin in across),
            "families": len(self.divided_families),
        }


def audit(tasks: Sequence[Task], against: Sequence[Task] | None = None) -> Audit:
    """Looks through a corpus.

    Args:
        against: an evaluation set to hold it against. A task that stands in both crosses: who trains on it has
            seen the question.
    """
    everything = [(task, 0) for task in tasks] + [(task, 1) for task in against or ()]
    return Audit(
        tasks=len(tasks),
        twins=tuple(_twins(everything, by_split=against is None)),
        divided_families=tuple(_divided(everything, by_split=against is None)),
        empty=tuple(task.id for task in tasks if not squeeze(task.golden)),
        unchanged=tuple(
            task.id
            for task in tasks
            if task.vulnerable is not None and squeeze(task.golden) == squeeze(task.vulnerable)
        ),
    )


def _twins(everything: Sequence[tuple[Task, int]], *, by_split: bool) -> Iterator[Twin]:
    shingles = [_shingles(task) for task, _ in everything]
    for a, b in sorted(_candidates(shingles)):
        common = len(shingles[a] & shingles[b])
        similarity = common / (len(shingles[a]) + len(shingles[b]) - common)
        if similarity >= NEAR:
            (first, side), (second, other) = everything[a], everything[b]
            crosses = first.split != second.split if by_split else side != other
            yield Twin(first.id, second.id, similarity, crosses)


def _candidates(shingles: Sequence[set[Shingle]]) -> Iterator[tuple[int, int]]:
    """Every pair of places whose sets can be near, each once, the earlier place first."""
    counts = Counter(shingle for own in shingles for shingle in own)
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for index, own in enumerate(shingles):
        rarest = sorted(own, key=lambda shingle: (counts[shingle], shingle))
        rarest = rarest[: len(own) - math.ceil(NEAR * len(own)) + 1]
        yield from ((other, index) for other in {other for shingle in rarest for other in holders[shingle]})
        for shingle in rarest:
            holders[shingle].append(index)


def _shingles(task: Task) -> set[Shingle]:
    """The program's runs of tokens; a program shorter than one run is a single shingle."""
    tokens = _TOKEN.findall(task.prefix + task.golden)
    return {tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1))} if tokens else set()


def _divided(everything: Sequence[tuple[Task, int]], *, by_split: bool) -> Iterator[str]:
    places: dict[str, set[str | int]] = defaultdict(set)
    for task, side in everything:
        if task.family:
            places[task.family].add(task.split if by_split else side)
    return (family for family, where in sorted(places.items()) if len(where) > 1)
