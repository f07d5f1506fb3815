"""The differences of a suite with families drawn in place of tasks.

Tasks of one family are variants of each other and stand or fall together. An interval over tasks says how far the
difference holds for other tasks of these families; one over families, for other families.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from treeplay.bench.metrics import Scored
from treeplay.bench.statistics import difference
from treeplay.study.weaknesses import Tallies


def families(samples: Iterable[Scored], tasks: Sequence[str]) -> list[str]:
    """The family of each task, in the order of the tasks; a task without one is its own."""
    known = {sample.task_id: sample.family or sample.task_id for sample in samples}
    return [known[task] for task in tasks]


def by_family(
    pairs: Mapping[str, tuple[Tallies, Tallies]], of_task: Sequence[str], metrics: Sequence[str]
) -> dict[str, Any]:
    """Bootstrap over families, and models swapped within families, as `by_family` of `results.json` holds them.

    Args:
        pairs: counts of a pair's second side and of its first, the difference being the first less the second.
        of_task: the family of each task, in the order of the counts.
    """
    return {
        pair: {
            name: {"diff": found.diff, "low": found.low, "high": found.high, "p": found.p, "families": found.tasks}
            for name in metrics
            if (found := difference(*(side[name].grouped(of_task) for side in sides)))
        }
        for pair, sides in pairs.items()
    }
