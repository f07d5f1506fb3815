"""Compares models on one suite: figures of each, and paired differences to a baseline, on the same tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from treeplay.bench.metrics import Scored, reachable_ks, tallies
from treeplay.bench.results import Estimates, estimates
from treeplay.bench.statistics import Difference, Tally, difference, holm
from treeplay.errors import DataError, unknown_name


@dataclass(frozen=True)
class Comparison:
    """Figures of several models over the tasks that all of them answered."""

    suite: str
    baseline: str
    tasks: int
    left_out: dict[str, int]
    "Tasks of each model that another one did not answer."
    metrics: dict[str, Estimates]
    "Of each model."
    differences: dict[str, dict[str, Difference]]
    "Of each model but the baseline: how much higher it is than the baseline, by metric."


def compare(suite: str, models: Mapping[str, Sequence[Scored]], *, baseline: str, seed: int = 0) -> Comparison:
    """Compares the judged samples of any number of models.

    The metrics' k go as far as the model with the fewest samples a task.

    Raises:
        ConfigError: the baseline is none of the models.
        DataError: no task was answered by all of them.
    """
    if baseline not in models:
        raise unknown_name("model", baseline, models)
    answered = {model: {sample.task_id for sample in scored} for model, scored in models.items()}
    common = set.intersection(*answered.values())
    if not common:
        raise DataError(f"no task of {suite} was answered by all of {', '.join(models)}; compare fewer models")
    counted = _tallies(models, sorted(common))
    return Comparison(
        suite=suite,
        baseline=baseline,
        tasks=len(common),
        left_out={model: len(tasks - common) for model, tasks in answered.items()},
        metrics={model: estimates(own, seed=seed) for model, own in counted.items()},
        differences=_corrected(
            {model: _differences(counted[baseline], own, seed) for model, own in counted.items() if model != baseline}
        ),
    )


def _tallies(models: Mapping[str, Sequence[Scored]], tasks: Sequence[str]) -> dict[str, dict[str, Tally]]:
    wanted = set(tasks)
    kept = {model: [sample for sample in scored if sample.task_id in wanted] for model, scored in models.items()}
    ks = min((reachable_ks(scored) for scored in kept.values()), key=len)
    return {model: tallies(scored, tasks, ks) for model, scored in kept.items()}


def _differences(baseline: Mapping[str, Tally], own: Mapping[str, Tally], seed: int) -> dict[str, Difference]:
    found = {name: difference(tally, own[name], seed=seed) for name, tally in baseline.items()}
    return {name: value for name, value in found.items() if value is not None}


def _corrected(models: dict[str, dict[str, Difference]]) -> dict[str, dict[str, Difference]]:
    """The differences with their p values corrected for how many models are held against the baseline, by metric."""
    names = {name for found in models.values() for name in found}
    raised = {
        name: dict(zip(own, holm([models[model][name].p for model in own]), strict=True))
        for name in names
        if (own := [model for model, found in models.items() if name in found])
    }
    return {
        model: {name: replace(value, p_holm=raised[name][model]) for name, value in found.items()}
        for model, found in models.items()
    }
