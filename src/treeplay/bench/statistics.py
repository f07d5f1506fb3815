"""Estimates with intervals, and differences between two models, from counts per task.

Everything is a ratio of two sums over tasks: a metric gives each task a numerator and a denominator, and
its value is `sum(numerator) / sum(denominator)`. Tasks are the unit that is resampled, with all their
samples, because samples of one task are not independent: a bootstrap over single samples would give
intervals that are too narrow.

Sources: percentile bootstrap over clusters, Davison and Hinkley, Bootstrap Methods and their Application
(1997), 3.8; score interval, Wilson, JASA 22 (1927); its use for a difference, Newcombe, Statistics in
Medicine 17 (1998), method 10; pass@k, Chen et al., arXiv 2107.03374, equation 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RESAMPLES = 10_000
FEWEST_TASKS = 10
"With fewer tasks than this a percentile bootstrap covers far less than it says."
_Z95 = 1.959963984540054
_EXACT_BITS = 12
_NOTHING = 1e-9
_BLOCK = 100
_DECIMALS = 6


@dataclass(frozen=True)
class Tally:
    """What a metric counted, task by task; the arrays have one entry a task."""

    numerator: Floats
    denominator: Floats
    samples: NDArray[np.int64]
    "How many samples of the task are eligible."
    is_rate: bool = True
    "Whether each task's ratio lies in [0, 1]."

    def where(self, keep: NDArray[np.bool_]) -> Tally:
        """The tally of some of the tasks."""
        return Tally(self.numerator[keep], self.denominator[keep], self.samples[keep], self.is_rate)

    def grouped(self, labels: Sequence[str]) -> Tally:
        """The tally with one entry for all tasks of a label, in the order of the labels' names.

        >>> tally = Tally(np.array([1.0, 0.0, 1.0]), np.ones(3), np.ones(3, dtype=np.int64))
        >>> tally.grouped(["b", "a", "b"]).numerator.tolist()
        [0.0, 2.0]
        """
        names, index = np.unique(np.asarray(labels), return_inverse=True)
        numerator, denominator = np.zeros(len(names)), np.zeros(len(names))
        samples = np.zeros(len(names), dtype=np.int64)
        np.add.at(numerator, index, self.numerator)
        np.add.at(denominator, index, self.denominator)
        np.add.at(samples, index, self.samples)
        return Tally(numerator, denominator, samples, self.is_rate)

    @property
    def value(self) -> float:
        """The metric over all tasks; the denominators must not all be 0."""
        return float(self.numerator.sum() / self.denominator.sum())


@dataclass(frozen=True)
class Estimate:
    """A metric's value with its 95% interval and what it rests on."""

    value: float
    low: float
    high: float
    n: int
    "Eligible samples."
    tasks: int
    "Tasks with at least one."


@dataclass(frozen=True)
class Difference:
    """How much higher a metric is for a second model than for a first one on the same tasks."""

    diff: float
    low: float
    high: float
    p: float
    "Two-sided p of a paired permutation test: models swapped within tasks."
    tasks: int
    spread: float = 0.0
    "Standard deviation over tasks of what each contributes to the difference."
    p_holm: float | None = None
    "The same p when all differences of a table are looked at; none if it stands alone."

    @property
    def is_noise(self) -> bool:
        """Whether the interval holds 0."""
        return self.low <= 0 <= self.high

    def tasks_needed(self, points: float = 0.05, power: float = 0.8) -> int:
        """How many tasks like these it takes to see a difference of `points` at the 5% level, `power` of the time.

        >>> Difference(0.01, -0.1, 0.1, 0.9, 80, spread=0.3).tasks_needed()
        283
        """
        reach = _Z95 + NormalDist().inv_cdf(power)
        return ceil((reach * self.spread / points) ** 2)


def pass_at_k(n: NDArray[np.int64], c: NDArray[np.int64], k: int) -> Floats:
    """Chance that at least one of k samples, drawn from n of which c pass, passes: 1 - C(n-c, k) / C(n, k).

    Args:
        n: samples of each task, each at least `k`.
        c: passing samples of each task.

    >>> pass_at_k(np.array([4]), np.array([1]), 2).tolist()  # 1 - 3/6
    [0.5]
    """
    if np.any(n < k):
        raise ValueError(f"pass@{k} needs at least {k} samples of each task")
    none_passes = np.ones(len(n))
    for drawn in range(k):
        none_passes *= np.maximum(n - c - drawn, 0) / (n - drawn)
    return 1.0 - none_passes


def wilson(value: float, n: float) -> tuple[float, float]:
    """The 95% score interval of a share `value` of `n` trials."""
    middle = value + _Z95**2 / (2 * n)
    half = _Z95 * sqrt(value * (1 - value) / n + _Z95**2 / (4 * n**2))
    scale = 1 + _Z95**2 / n
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def estimate(tally: Tally, *, seed: int = 0, resamples: int = RESAMPLES) -> Estimate | None:
    """The metric with its interval, or none where no sample is eligible.

    The interval is the percentile bootstrap over tasks. Where that says nothing (all tasks alike, or fewer
    than `FEWEST_TASKS`), a rate gets Wilson's interval with the tasks as trials: a quantity in [0, 1] with
    mean p varies at most as a coin of p does, so the interval errs on the wide side. Any other quantity
    keeps the bootstrap's.
    """
    kept = tally.where(tally.denominator > 0)
    tasks = len(kept.denominator)
    if tasks == 0:
        return None
    low, high = np.quantile(_resampled(kept, seed, resamples), [0.025, 0.975])
    if kept.is_rate and (tasks < FEWEST_TASKS or high - low < _NOTHING):
        low, high = wilson(kept.value, tasks)
    return Estimate(_tidy(kept.value), _tidy(low), _tidy(high), int(kept.samples.sum()), tasks)


def difference(first: Tally, second: Tally, *, seed: int = 0, resamples: int = RESAMPLES) -> Difference | None:
    """`second - first` over the same tasks in the same order; none where one has no eligible sample.

    Tasks are resampled in pairs. Where that says nothing (see `estimate`), a rate gets Newcombe's interval
    from the two Wilson intervals.
    """
    either = (first.denominator > 0) | (second.denominator > 0)
    first, second = first.where(either), second.where(either)
    if not first.denominator.any() or not second.denominator.any():
        return None
    tasks, diff = int(either.sum()), second.value - first.value
    spread = _resampled(second, seed, resamples) - _resampled(first, seed, resamples)
    low, high = np.nanquantile(spread, [0.025, 0.975])
    if first.is_rate and (tasks < FEWEST_TASKS or high - low < _NOTHING):
        low, high = _newcombe(first.value, second.value, tasks)
    p = _permutation_p(first, second, seed, resamples)
    return Difference(_tidy(diff), _tidy(low), _tidy(high), _tidy(p), tasks, _tidy(_spread(first, second)))


def fewer_failures(first: Tally, second: Tally, *, seed: int = 0, resamples: int = RESAMPLES) -> Estimate | None:
    """The share by which the second model fails less often than the first: 0.25 is a quarter fewer failures.

    A failure is what the metric does not count among what is eligible. Percentile bootstrap over tasks in pairs;
    none where the first model never fails or one has no eligible sample.
    """
    either = (first.denominator > 0) | (second.denominator > 0)
    first, second = first.where(either), second.where(either)
    if not first.denominator.any() or not second.denominator.any() or first.value == 1:
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 1 - (1 - _resampled(second, seed, resamples)) / (1 - _resampled(first, seed, resamples))
    low, high = np.quantile(found[np.isfinite(found)], [0.025, 0.975])
    value = 1 - (1 - second.value) / (1 - first.value)
    return Estimate(_tidy(value), _tidy(low), _tidy(high), int(second.samples.sum()), int(either.sum()))


def holm(values: Sequence[float]) -> list[float]:
    """The p values of several tests, each raised so that the chance of one false discovery among all stays theirs.

    Holm, Scandinavian Journal of Statistics 6 (1979).

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    adjusted = [0.0] * len(values)
    highest = 0.0
    for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, (len(values) - rank) * values[index]))
        adjusted[index] = _tidy(highest)
    return adjusted


def _spread(first: Tally, second: Tally) -> float:
    """Per-task deviation of a difference of ratios, linearised (Cochran, Sampling Techniques, 1977, 6.4)."""
    parts = [
        (tally.numerator - tally.value * tally.denominator) / tally.denominator.mean() for tally in (first, second)
    ]
    return float(np.std(parts[1] - parts[0], ddof=1)) if len(parts[0]) > 1 else 0.0


def _resampled(tally: Tally, seed: int, resamples: int) -> Floats:
    """The metric in each resample [resamples]; not-a-number where its denominators are all 0."""
    sums = np.stack([tally.numerator, tally.denominator], axis=1)
    counts = _resample_counts(len(sums), seed, resamples)
    totals = _weighted(counts, sums)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(totals[:, 0] / totals[:, 1])


def _weighted(weights: NDArray[np.uint16] | NDArray[np.uint8], sums: Floats) -> Floats:
    """`weights @ sums`, in blocks that stay in the processor's cache while they are made floats."""
    blocks = (weights[at : at + _BLOCK].astype(np.float64) @ sums for at in range(0, len(weights), _BLOCK))
    return np.concatenate(list(blocks))


@lru_cache(maxsize=4)
def _resample_counts(tasks: int, seed: int, resamples: int) -> NDArray[np.uint16]:
    """How often each task is drawn in each resample [resamples, tasks]; shared, so that models are paired."""
    generator = np.random.default_rng([seed, tasks])
    return generator.multinomial(tasks, np.full(tasks, 1 / tasks), size=resamples).astype(np.uint16)


def _permutation_p(first: Tally, second: Tally, seed: int, resamples: int) -> float:
    """Share of the ways to swap the models within tasks that differ by at least as much as what was seen.

    All ways are tried where at most 12 tasks differ, which for one sample a task is McNemar's exact test;
    else `resamples` random ones, with the observed way counted in.
    """
    ours = np.stack([first.numerator, first.denominator], axis=1)
    theirs = np.stack([second.numerator, second.denominator], axis=1)
    differs = (ours != theirs).any(axis=1)
    gap = (theirs - ours)[differs]
    swaps, exact = _swaps(len(gap), seed, resamples)
    moved = _weighted(swaps, gap)
    before, after = ours.sum(axis=0) + moved, theirs.sum(axis=0) - moved
    with np.errstate(divide="ignore", invalid="ignore"):
        diffs = np.abs(after[:, 0] / after[:, 1] - before[:, 0] / before[:, 1])
    extreme = int(np.sum(~(diffs < abs(second.value - first.value) - 1e-12)))
    return extreme / len(swaps) if exact else (extreme + 1) / (len(swaps) + 1)


def _swaps(tasks: int, seed: int, resamples: int) -> tuple[NDArray[np.uint8], bool]:
    """Rows of 0 and 1, which tasks are swapped [ways, tasks], and whether these are all ways."""
    if tasks <= _EXACT_BITS:
        ways = np.arange(2**tasks, dtype=np.uint16)
        return (ways[:, None] >> np.arange(tasks, dtype=np.uint16) & 1).astype(np.uint8), True
    generator = np.random.default_rng([seed, tasks, 1])
    return generator.integers(0, 2, size=(resamples, tasks), dtype=np.uint8), False


def _newcombe(first: float, second: float, tasks: int) -> tuple[float, float]:
    (low1, high1), (low2, high2) = wilson(first, tasks), wilson(second, tasks)
    diff = second - first
    return diff - sqrt((second - low2) ** 2 + (high1 - first) ** 2), diff + sqrt(
        (high2 - second) ** 2 + (first - low1) ** 2
    )


def _tidy(value: float) -> float:
    """Six decimals: beyond them the order of a sum would show, and files would differ between machines."""
    return round(float(value), _DECIMALS) + 0.0
