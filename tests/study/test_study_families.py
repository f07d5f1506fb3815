"""A study's differences with families drawn in place of tasks."""

from __future__ import annotations

import pytest

from judged import BROKEN, SECURE, judged
from treeplay.bench.metrics import Scored
from treeplay.study.figures import figures
from treeplay.study.tables import family_note

FAMILIES, SIZE = 12, 5


def answers(works: set[int], *, family: bool) -> list[Scored]:
    """One answer to each variant of every family; all variants of these families work."""
    return [
        sample
        for number in range(FAMILIES)
        for variant in range(SIZE)
        for sample in judged(
            f"{number:02}-{variant}", SECURE if number in works else BROKEN, family=f"f{number}" if family else ""
        )
    ]


def found(*, family: bool) -> dict:  # type: ignore[type-arg]
    arms = {"sft": {0: answers({0, 1, 2}, family=family)}, "tsp": {0: answers({0, 3, 4, 5, 6, 7}, family=family)}}
    return figures(arms, "tsp")


def test_variants_that_stand_and_fall_together_count_as_one() -> None:
    results = found(family=True)
    tasks, own = results["paired"]["tsp-sft"]["func_sec@1"], results["by_family"]["tsp-sft"]["func_sec@1"]
    assert own["diff"] == tasks["diff"] == pytest.approx(3 / FAMILIES)
    assert own["families"] == FAMILIES
    # five variants that do the same: the standard error over families is the square root of five times that over tasks
    assert (own["high"] - own["low"]) / (tasks["high"] - tasks["low"]) == pytest.approx(SIZE**0.5, rel=0.1)
    # seven families differ, five for and two against; of 2 ** 7 swaps those with at least as large a sum either way
    assert own["p"] == pytest.approx(2 * (21 + 7 + 1) / 2**7)
    assert tasks["p"] < 0.02 < own["p"]


def test_tasks_without_a_family_are_their_own() -> None:
    results = found(family=False)
    own, tasks = results["by_family"]["tsp-sft"], results["paired"]["tsp-sft"]
    for metric, value in own.items():
        assert {key: value[key] for key in ("diff", "low", "high", "p")} == pytest.approx(
            {key: tasks[metric][key] for key in ("diff", "low", "high", "p")}
        )
    assert family_note(results) is None


def test_the_terminal_names_the_interval_over_families() -> None:
    note = family_note(found(family=True)) or ""
    assert "(here are 12): tsp-sft +25.0 (" in note
