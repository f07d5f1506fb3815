"""Several seeds of one arm: their mean as one model, and how much tasks, seeds and samples each vary.

A task's seeds and samples are averaged before tasks are resampled: what is trained twice and asked four times is still
one task. How the figure would move with other seeds is told apart, as a component of variance.

Source: two-way layout with both factors random, Searle, Casella and McCulloch, Variance Components (1992), 4.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from treeplay.bench.statistics import Floats, Tally


@dataclass(frozen=True)
class Variance:
    """Components of the variance of one answer's score, and of their mean. Estimates below 0 are 0."""

    tasks: float
    "Between tasks: some are harder."
    seeds: float | None
    "Between seeds over all tasks: a training that went better. None for one seed."
    interaction: float | None
    "Between seeds, task by task. None for one seed; holds `samples` where each task has one."
    samples: float | None
    "Between answers of one model to one task. None where each task has one."
    standard_error: float
    "Of the mean, if tasks, seeds and samples were all drawn anew."
    share: dict[str, float]
    "Of the square of the standard error, by source."


def mean_tally(repeats: Sequence[Tally]) -> Tally:
    """The mean of several seeds' counts on the same tasks, so that arms with more seeds weigh no more.

    >>> ones, halves = (Tally(np.array([v]), np.array([1.0]), np.array([4])) for v in (1.0, 0.5))
    >>> mean_tally([ones, halves]).value
    0.75
    """
    return Tally(
        np.mean([tally.numerator for tally in repeats], axis=0),
        np.mean([tally.denominator for tally in repeats], axis=0),
        np.sum([tally.samples for tally in repeats], axis=0),
        repeats[0].is_rate,
    )


def split_variance(repeats: Sequence[Tally], others: Sequence[Tally] | None = None) -> Variance | None:
    """The components of a pass metric's variance, or of the difference `others - repeats`.

    Args:
        repeats: one tally a seed, of a metric whose tasks have a share in [0, 1] each.
        others: of another arm, with the same seeds.

    Returns: none with fewer than two tasks that all seeds have.
    """
    sides = [list(repeats), *([list(others)] if others is not None else [])]
    known = np.all([tally.denominator > 0 for side in sides for tally in side], axis=0)
    if known.sum() < 2:
        return None
    shares = [np.stack([tally.where(known).numerator for tally in side], axis=1) for side in sides]
    counts = [np.stack([tally.where(known).samples for tally in side], axis=1) for side in sides]
    n = min(int(count.min()) for count in counts)
    noise = (
        sum(float(np.mean(p * (1 - p) * c / (c - 1))) for p, c in zip(shares, counts, strict=True)) if n > 1 else None
    )
    cells = shares[0] if others is None else shares[1] - shares[0]
    return _components(cells, noise, n)


def _components(cells: Floats, noise: float | None, n: int) -> Variance:
    """From cell means [tasks, seeds] and the variance of a single sample within its cell."""
    tasks, seeds = cells.shape
    within = (noise or 0.0) / n
    by_task, by_seed = cells.mean(axis=1), cells.mean(axis=0)
    if seeds == 1:
        between = max(0.0, float(by_task.var(ddof=1)) - within)
        parts = {"tasks": between / tasks, "samples": within / tasks}
        return _variance(between, None, None, noise, parts)
    rest = cells - by_task[:, None] - by_seed[None, :] + cells.mean()
    mixed = float((rest**2).sum()) / ((tasks - 1) * (seeds - 1))
    between = max(0.0, float(by_task.var(ddof=1)) - mixed / seeds)
    trained = max(0.0, float(by_seed.var(ddof=1)) - mixed / tasks)
    interaction = max(0.0, mixed - within)
    parts = {
        "tasks": between / tasks,
        "seeds": trained / seeds,
        "interaction": interaction / (tasks * seeds),
        "samples": within / (tasks * seeds),
    }
    return _variance(between, trained, interaction, noise, parts)


def _variance(
    tasks: float, seeds: float | None, interaction: float | None, samples: float | None, parts: dict[str, float]
) -> Variance:
    whole = sum(parts.values())

    def tidy(value: float | None) -> float | None:
        return None if value is None else round(value, 6)

    return Variance(
        tasks=round(tasks, 6),
        seeds=tidy(seeds),
        interaction=tidy(interaction),
        samples=tidy(samples),
        standard_error=round(sqrt(whole), 6),
        share={name: round(part / whole, 4) if whole else 0.0 for name, part in parts.items()},
    )
