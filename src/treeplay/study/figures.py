"""The figures of one suite of a study: each arm's, and the main arm's differences to the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from math import sqrt
from typing import Any

from treeplay.bench.effects import cohens_h, mcnemar
from treeplay.bench.metrics import Scored, reachable_ks, tallies
from treeplay.bench.repeats import mean_tally, split_variance
from treeplay.bench.results import estimates
from treeplay.bench.statistics import Difference, Tally, difference, fewer_failures, holm
from treeplay.study.families import by_family, families
from treeplay.study.stages import BASE
from treeplay.study.weaknesses import Tallies, by_weakness, labels

PAIRED = ("func_sec@1", "func@1", "sec_given_func@1", "spr_strict@1", "parse_rate")
"The metrics of the table of differences; Holm's correction is over all of its cells."
BY_TASK = ("func_sec@1", "func@1")
"Those whose tasks have a share of passing samples each."
POINTS = 0.05
REACH = 1.959963984540054 + 0.8416212335729143
"Standard errors between 0 and a difference that is seen at the 5 % level four times out of five."

Repeats = Mapping[int, Sequence[Scored]]
"An arm's judged samples by seed."
Counted = Mapping[str, Mapping[int, dict[str, Tally]]]
"Tallies by arm and seed."
Sides = tuple[list[dict[str, Tally]], list[dict[str, Tally]]]
"Tallies of the two sides of a pair, one for each arm and seed."
Pairs = Mapping[str, tuple[Sequence[str], Sequence[str]]]
"Arms held against others, by name."


def figures(arms: Mapping[str, Repeats], main: str, more: Pairs | None = None) -> dict[str, Any]:
    """All figures of a suite, as `results.json` holds them.

    Args:
        arms: judged samples by arm and seed, all of the same tasks.
        main: the arm that the others are held against; without it there are no differences.
        more: further comparisons; those of which an arm is missing are left out.
    """
    tasks = sorted({sample.task_id for repeats in arms.values() for scored in repeats.values() for sample in scored})
    counted = {
        arm: {seed: tallies(scored, tasks, _ks(arms)) for seed, scored in repeats.items()}
        for arm, repeats in arms.items()
    }
    means = {arm: _mean(list(repeats.values())) for arm, repeats in counted.items()}
    found: dict[str, Any] = {
        "tasks": len(tasks),
        "samples_per_task": {arm: _per_task(repeats) for arm, repeats in arms.items()},
        "arms": {arm: {name: _short(asdict(v)) for name, v in estimates(own).items()} for arm, own in means.items()},
        "by_seed": {arm: _by_seed(repeats) for arm, repeats in counted.items()},
        "variance": {arm: _variance(list(repeats.values())) for arm, repeats in counted.items()},
    }
    others = {f"{main}-{other}": ([main], [other]) for other in counted if other != main}
    sides_of = {pair: _sides(counted, *sides) for pair, sides in {**others, **(more or {})}.items()}
    pairs = {pair: sides for pair, sides in sides_of.items() if sides[0]}
    whole = {pair: (_mean(theirs), _mean(ours)) for pair, (theirs, ours) in pairs.items()}
    samples = [sample for repeats in arms.values() for scored in repeats.values() for sample in scored]
    parts = {
        "by_family": by_family(whole, families(samples, tasks), PAIRED),
        "by_cwe": by_weakness(means, whole, labels(samples, tasks)),
    }
    return found | _differing(pairs, whole) | parts


def _differing(pairs: Mapping[str, Sides], whole: Mapping[str, tuple[Tallies, Tallies]]) -> dict[str, Any]:
    """The differences of arms, over the seeds that both sides have.

    Args:
        pairs: by name, what the second side's arms counted with each seed, and the first's.
        whole: the same, seeds averaged.
    """
    differences = {pair: dict(_differences(*sides)) for pair, sides in whole.items()}
    return {
        "paired": _with_holm(differences),
        "mcnemar": {
            pair: {name: asdict(mcnemar(theirs[name], ours[name])) for name in BY_TASK if name in differences[pair]}
            for pair, (theirs, ours) in whole.items()
        },
        "effects": {pair: dict(_effects(*sides, differences[pair])) for pair, sides in whole.items()},
        "difference_variance": {
            pair: _variance(theirs, ours) for pair, (theirs, ours) in pairs.items() if len(theirs) == len(ours)
        },
        "power": {pair: {name: _power(value) for name, value in own.items()} for pair, own in differences.items()},
    }


def _sides(counted: Counted, ours: Sequence[str], theirs: Sequence[str]) -> Sides:
    """What the second side's arms counted with every seed that all arms have, and the first's; nothing without one.

    The base model has no seeds: what it counted once stands against all of them.
    """
    arms = [counted.get(arm, {}) for arm in (*ours, *theirs) if arm != BASE]
    seeds = [seed for seed in arms[0] if all(seed in own for own in arms)]
    if not seeds:
        return [], []

    def of(names: Sequence[str]) -> list[dict[str, Tally]]:
        return [own for arm in names for own in ([*counted[arm].values()] if arm == BASE else _at(counted[arm], seeds))]

    return of(theirs), of(ours)


def _at(repeats: Mapping[int, dict[str, Tally]], seeds: Sequence[int]) -> list[dict[str, Tally]]:
    return [repeats[seed] for seed in seeds]


def _differences(theirs: Mapping[str, Tally], ours: Mapping[str, Tally]) -> Iterator[tuple[str, Difference]]:
    for name in PAIRED:
        found = difference(theirs[name], ours[name])
        if found is not None:
            yield name, found


def _with_holm(differences: Mapping[str, Mapping[str, Difference]]) -> dict[str, dict[str, dict[str, float]]]:
    cells = [(pair, name) for pair, own in differences.items() for name in own]
    raised = dict(zip(cells, holm([differences[pair][name].p for pair, name in cells]), strict=True))
    return {
        pair: {
            name: {"diff": v.diff, "low": v.low, "high": v.high, "p": v.p, "p_holm": raised[pair, name]}
            for name, v in own.items()
        }
        for pair, own in differences.items()
    }


def _effects(
    theirs: Mapping[str, Tally], ours: Mapping[str, Tally], differences: Mapping[str, Difference]
) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in differences:
        fewer = fewer_failures(theirs[name], ours[name])
        yield (
            name,
            {
                "cohens_h": round(cohens_h(theirs[name].value, ours[name].value), 6),
                "fewer_failures": _short(asdict(fewer)) if fewer else None,
            },
        )


def _power(found: Difference) -> dict[str, float]:
    """How many tasks show `POINTS` four times out of five, and what these tasks show."""
    return {
        "tasks": found.tasks,
        "tasks_for_5_points": found.tasks_needed(POINTS),
        "detectable": round(REACH * found.spread / sqrt(found.tasks), 6),
    }


def _variance(repeats: Sequence[dict[str, Tally]], others: Sequence[dict[str, Tally]] | None = None) -> dict[str, Any]:
    found = {
        name: split_variance([own[name] for own in repeats], [own[name] for own in others] if others else None)
        for name in BY_TASK
    }
    return {name: asdict(value) for name, value in found.items() if value is not None}


def _mean(repeats: Sequence[dict[str, Tally]]) -> dict[str, Tally]:
    return {name: mean_tally([own[name] for own in repeats]) for name in repeats[0]}


def _by_seed(repeats: Mapping[int, dict[str, Tally]]) -> dict[str, dict[str, float]]:
    return {
        name: {str(seed): round(own[name].value, 6) for seed, own in repeats.items() if own[name].denominator.any()}
        for name in PAIRED
    }


def _ks(arms: Mapping[str, Repeats]) -> tuple[int, ...]:
    return min((reachable_ks(scored) for repeats in arms.values() for scored in repeats.values()), key=len)


def _per_task(repeats: Repeats) -> int:
    scored = next(iter(repeats.values()))
    return len(scored) // len({sample.task_id for sample in scored})


def _short(value: dict[str, Any]) -> dict[str, float]:
    return {name: value[name] for name in ("value", "low", "high", "n")}
