"""Seeds as one model, and as a source of variance: numbers by hand, and recovered from a simulation."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from treeplay.bench.repeats import mean_tally, split_variance
from treeplay.bench.statistics import Tally, difference, estimate


def shares(values: list[float], n: int = 4) -> Tally:
    """One task a value: the share of its `n` samples that pass."""
    return Tally(np.array(values), np.ones(len(values)), np.full(len(values), n))


def test_mean_tally_averages_seeds_before_tasks_and_counts_all_samples() -> None:
    mean = mean_tally([shares([1.0, 0.0, 0.5]), shares([0.5, 0.0, 0.0])])
    assert mean.numerator.tolist() == [0.75, 0.0, 0.25]
    assert mean.samples.tolist() == [8, 8, 8]
    assert mean.value == pytest.approx(1 / 3)


def test_a_seed_given_twice_changes_neither_value_nor_interval_nor_p() -> None:
    random = np.random.default_rng(3)
    first, second = shares(random.random(40).tolist()), shares(random.random(40).tolist())
    once, twice = estimate(first), estimate(mean_tally([first, first]))
    assert once is not None
    assert twice is not None
    assert (twice.value, twice.low, twice.high, twice.n) == (once.value, once.low, once.high, 2 * once.n)
    assert difference(mean_tally([first, first]), second) == difference(first, second)


def test_interval_over_seeds_is_scipys_paired_bootstrap_of_task_means() -> None:
    random = np.random.default_rng(5)
    seeds = [[shares(np.clip(random.normal(m, 0.3, 60), 0, 1).tolist()) for _ in range(3)] for m in (0.3, 0.5)]
    found = difference(mean_tally(seeds[0]), mean_tally(seeds[1]))
    assert found is not None
    means = [np.mean([tally.numerator for tally in side], axis=0) for side in seeds]
    known = stats.bootstrap((means[1] - means[0],), np.mean, n_resamples=20_000, method="percentile", rng=1)
    assert found.low == pytest.approx(known.confidence_interval.low, abs=0.01)
    assert found.high == pytest.approx(known.confidence_interval.high, abs=0.01)
    assert found.diff == pytest.approx(float(np.mean(means[1] - means[0])), abs=1e-6)


def test_split_variance_by_hand() -> None:
    # Cells (tasks × seeds): 1 0.5 / 0.5 0 / 0 0. Task means .75 .25 0, seed means .5 and 1/6, mean 1/3.
    # Residuals: 1-.75-.5+1/3 = 1/12, -1/12 / 1/12, -1/12 / 0-0-.5+1/3 = -1/6, 1/6; their squares add up to 1/12.
    # Mixed = (1/12) / (2 · 1) = 1/24. Within a cell: p(1-p)·4/3 is 1/3 in two cells of six, so 1/9; a mean of 4: 1/36.
    found = split_variance([shares([1.0, 0.5, 0.0]), shares([0.5, 0.0, 0.0])])
    assert found is not None
    assert found.samples == pytest.approx(1 / 9, abs=1e-6)
    assert found.interaction == pytest.approx(1 / 24 - 1 / 36, abs=1e-6)
    assert found.tasks == pytest.approx(7 / 48 - 1 / 48, abs=1e-6)  # variance of .75, .25, 0 is 7/48
    assert found.seeds == pytest.approx(1 / 18 - 1 / 72, abs=1e-6)  # variance of 1/2, 1/6 is 1/18
    parts = {"tasks": 1 / 24, "seeds": 1 / 48, "interaction": 1 / 432, "samples": 1 / 216}
    assert found.standard_error == pytest.approx(sum(parts.values()) ** 0.5, abs=1e-6)
    for name, part in parts.items():
        assert found.share[name] == pytest.approx(part / sum(parts.values()), abs=1e-4)


def test_split_variance_of_one_seed_or_one_sample_says_what_it_cannot_tell() -> None:
    one = split_variance([shares([1.0, 0.5, 0.0])])
    assert one is not None
    assert (one.seeds, one.interaction) == (None, None)
    single = split_variance([shares([1.0, 1.0, 0.0], n=1), shares([1.0, 0.0, 0.0], n=1)])
    assert single is not None
    assert single.samples is None
    assert split_variance([shares([1.0])]) is None


def test_split_variance_recovers_the_components_of_a_simulation() -> None:
    random = np.random.default_rng(11)
    tasks, seeds, n = 400, 40, 4
    rates = np.clip(
        0.5
        + random.normal(0, 0.2, (tasks, 1))
        + random.normal(0, 0.08, (1, seeds))
        + random.normal(0, 0.1, (tasks, seeds)),
        0.001,
        0.999,
    )
    drawn = random.binomial(n, rates) / n
    found = split_variance([shares(drawn[:, seed].tolist(), n) for seed in range(seeds)])
    assert found is not None
    assert found.tasks == pytest.approx(0.2**2, rel=0.15)
    assert found.seeds == pytest.approx(0.08**2, rel=0.4)
    assert found.interaction == pytest.approx(0.1**2, rel=0.15)
    assert found.samples == pytest.approx(float(np.mean(rates * (1 - rates))), rel=0.03)


def test_split_variance_of_a_difference_adds_the_noise_of_both() -> None:
    first = [shares([0.5, 0.5, 0.5, 0.5]), shares([0.5, 0.5, 0.5, 0.5])]
    found = split_variance(first, [shares([0.5, 0.5, 1.0, 0.5]), shares([0.5, 0.5, 1.0, 0.5])])
    assert found is not None
    assert found.samples == pytest.approx(1 / 3 + 1 / 4)  # p(1-p)·4/3: always 1/3; in six cells of eight
    assert (found.seeds, found.interaction) == (0.0, 0.0)
