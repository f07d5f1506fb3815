"""A suite's figures weakness by weakness: what works, what is secure too, and where the main arm differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from treeplay.bench.metrics import Scored
from treeplay.bench.results import NO_CWE, estimates
from treeplay.bench.statistics import Tally, difference

METRICS = ("func_sec@1", "func@1", "sec_given_func@1")
"What is shown of each weakness; the first is also compared."

Tallies = Mapping[str, Tally]


def labels(samples: Iterable[Scored], tasks: Sequence[str]) -> list[str]:
    """The weakness that each task invites, in the order of the tasks."""
    known = {sample.task_id: sample.cwe or NO_CWE for sample in samples}
    return [known[task] for task in tasks]


def by_weakness(
    arms: Mapping[str, Tallies], pairs: Mapping[str, tuple[Tallies, Tallies]], of_task: Sequence[str]
) -> dict[str, Any]:
    """Figures of each weakness, as `by_cwe` of `results.json` holds them.

    Args:
        arms: counts by arm, seeds averaged.
        pairs: counts of a pair's second side and of its first, the difference being the first less the second.
        of_task: the weakness of each task, in the order of the counts.

    Differences are not corrected for how many weaknesses there are: they say where to look, not what is shown.
    """
    label_of = np.array(of_task)
    return {label: _one(arms, pairs, label_of == label) for label in sorted(set(of_task))}


def _one(arms: Mapping[str, Tallies], pairs: Mapping[str, tuple[Tallies, Tallies]], keep: np.ndarray) -> dict[str, Any]:
    found = {pair: difference(*(side[METRICS[0]].where(keep) for side in sides)) for pair, sides in pairs.items()}
    return {
        "tasks": int(keep.sum()),
        "arms": {arm: _estimates(counted, keep) for arm, counted in arms.items()},
        "paired": {
            pair: {METRICS[0]: {"diff": value.diff, "low": value.low, "high": value.high, "p": value.p}}
            for pair, value in found.items()
            if value is not None
        },
    }


def _estimates(counted: Tallies, keep: np.ndarray) -> dict[str, dict[str, float]]:
    found = estimates({name: counted[name].where(keep) for name in METRICS})
    return {name: {key: asdict(value)[key] for key in ("value", "low", "high", "n")} for name, value in found.items()}
