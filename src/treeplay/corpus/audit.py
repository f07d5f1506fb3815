"""What a corpus should not hold: duplicates across splits, divided families, empty code, fixes that change nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from treeplay.corpus.reading import squeeze
from treeplay.corpus.schema import Task
from treeplay.corpus.shingles import near_pairs

_OWN, _AGAINST = 0, 1
"The two sides."


@dataclass(frozen=True)
class Twin:
    """Two tasks whose golden programs are the same or nearly so, or that ask the same where one has no program."""

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
    everything = [(task, _OWN) for task in tasks] + [(task, _AGAINST) for task in against or ()]
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
    # A set of prompts may hold no secure version.
    for pair in near_pairs([task.prefix + (task.golden or task.vulnerable or "") for task, _ in everything]):
        (first, side), (second, other) = everything[pair.first], everything[pair.second]
        if side == other == _AGAINST:
            continue  # what the corpus is held against is not looked through itself
        yield Twin(first.id, second.id, pair.similarity, _crosses(first, side, second, other, by_split=by_split))
    for (first, side), (second, other) in _same_question(everything):
        yield Twin(first.id, second.id, 1.0, _crosses(first, side, second, other, by_split=by_split))


def _crosses(first: Task, side: int, second: Task, other: int, *, by_split: bool) -> bool:
    return first.split != second.split if by_split else side != other


def _same_question(everything: Sequence[tuple[Task, int]]) -> Iterator[tuple[tuple[Task, int], tuple[Task, int]]]:
    """Pairs that ask the same, of which one is a plain prompt: it has no program by which it could be told."""
    asked: dict[tuple[str, str, str], list[tuple[Task, int]]] = defaultdict(list)
    for task, side in everything:
        asked[task.language, squeeze(task.instruction), squeeze(task.prefix)].append((task, side))
    for group in asked.values():
        bare = [one for one in group if not _has_program(one[0])]
        whole = [one for one in group if _has_program(one[0])]
        for one, two in chain(combinations(bare, 2), product(bare, whole)):
            if (one[1], two[1]) != (_AGAINST, _AGAINST):
                yield one, two


def _has_program(task: Task) -> bool:
    return bool(task.golden or task.vulnerable)


def _divided(everything: Sequence[tuple[Task, int]], *, by_split: bool) -> Iterator[str]:
    places: dict[str, set[str | int]] = defaultdict(set)
    for task, side in everything:
        if task.family:
            places[task.family].add(task.split if by_split else side)
    return (family for family, where in sorted(places.items()) if len(where) > 1)
