"""Intervals, differences and pass@k: by hand, against scipy, and by simulation."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from treeplay.bench.statistics import Tally, difference, estimate, holm, pass_at_k, wilson


def tally(*shares: float, samples: int = 1, is_rate: bool = True) -> Tally:
    """One entry a task: the share of its samples that count."""
    numerator = np.array(shares, dtype=np.float64) * samples
    return Tally(numerator, np.full(len(shares), float(samples)), np.full(len(shares), samples), is_rate)


def ratio(numerator: list[float], denominator: list[float]) -> Tally:
    return Tally(np.array(numerator, float), np.array(denominator, float), np.array(denominator, np.int64))


# pass@k


def test_pass_at_k_equals_the_share_of_draws_with_a_pass() -> None:
    for n in range(1, 7):
        for c in range(n + 1):
            for k in range(1, n + 1):
                draws = list(combinations([True] * c + [False] * (n - c), k))
                by_hand = sum(map(any, draws)) / len(draws)
                assert pass_at_k(np.array([n]), np.array([c]), k)[0] == pytest.approx(by_hand, abs=1e-12)


@given(n=st.integers(1, 200), data=st.data())
@settings(max_examples=40, deadline=None)
def test_pass_at_k_lies_in_the_unit_interval_and_grows_with_k_and_c(n: int, data: st.DataObject) -> None:
    c, k = data.draw(st.integers(0, n)), data.draw(st.integers(1, n))
    found = pass_at_k(np.array([n, n]), np.array([c, min(c + 1, n)]), k)
    assert 0 <= found[0] <= found[1] <= 1
    assert pass_at_k(np.array([n]), np.array([c]), 1)[0] == pytest.approx(c / n)
    if k < n:
        assert found[0] <= pass_at_k(np.array([n]), np.array([c]), k + 1)[0] + 1e-12


def test_pass_at_k_with_too_few_samples_refuses() -> None:
    with pytest.raises(ValueError, match="at least 5 samples"):
        pass_at_k(np.array([9, 4]), np.array([1, 1]), 5)


# Wilson


@pytest.mark.parametrize(("count", "n"), [(0, 1), (1, 1), (0, 30), (30, 30), (7, 20), (91, 121), (1, 1000)])
def test_wilson_equals_scipy(count: int, n: int) -> None:
    theirs = binomtest(count, n).proportion_ci(0.95, method="wilson")
    assert wilson(count / n, n) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


# estimates


def test_estimate_of_a_ratio_divides_sums_not_means() -> None:
    found = estimate(ratio([1, 0, 8], [1, 1, 8]))
    assert found is not None
    assert (found.value, found.n, found.tasks) == (0.9, 10, 3)


def test_estimate_leaves_out_tasks_without_eligible_samples() -> None:
    found = estimate(ratio([1, 0, 1, 0], [2, 0, 2, 0]))
    assert found is not None
    assert (found.value, found.n, found.tasks) == (0.5, 4, 2)


def test_estimate_without_eligible_samples_is_none() -> None:
    assert estimate(ratio([0, 0], [0, 0])) is None
    assert estimate(ratio([], [])) is None


@pytest.mark.parametrize("share", [0.0, 1 / 3, 1.0])
def test_estimate_of_tasks_all_alike_takes_wilsons_interval_over_tasks(share: float) -> None:
    found = estimate(tally(*[share] * 40, samples=3))
    assert found is not None
    assert (found.low, found.high) == pytest.approx(wilson(share, 40), abs=1e-6)


def test_estimate_of_few_tasks_takes_wilsons_interval_over_tasks() -> None:
    found = estimate(tally(0, 1, 1, samples=10))
    assert found is not None
    assert (found.low, found.high) == pytest.approx(wilson(2 / 3, 3), abs=1e-6)


def test_estimate_of_single_samples_agrees_with_the_binomial_quantiles() -> None:
    found = estimate(tally(*[1.0] * 60 + [0.0] * 40))
    assert found is not None
    # resampling 100 coins of 0.6: scipy's 2.5% and 97.5% points of Binomial(100, 0.6) are 50 and 69
    assert found.value == 0.6
    assert (found.low, found.high) == pytest.approx((0.50, 0.69), abs=0.011)


def test_estimate_keeps_a_tasks_samples_together() -> None:
    shares = [1.0, 0.0] * 10
    single, repeated = estimate(tally(*shares)), estimate(tally(*shares, samples=50))
    assert single is not None
    assert repeated is not None
    assert (repeated.low, repeated.high) == (single.low, single.high)
    assert (single.n, repeated.n) == (20, 1000)


def test_estimate_of_a_length_is_not_held_in_the_unit_interval() -> None:
    found = estimate(tally(10, 20, 30, is_rate=False))
    assert found is not None
    assert (found.value, found.low, found.high) == (20, 10, 30)


def test_estimate_with_the_same_seed_is_the_same() -> None:
    shares = np.random.default_rng(1).random(33)
    assert estimate(tally(*shares), seed=4) == estimate(tally(*shares), seed=4)
    assert estimate(tally(*shares), seed=4) != estimate(tally(*shares), seed=5)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_estimate_of_any_counts_holds_its_value_between_its_bounds(pairs: list[tuple[int, int]]) -> None:
    found = estimate(ratio([min(pair) for pair in pairs], [max(pair) for pair in pairs]), resamples=200)
    if found is not None:
        assert 0 <= found.low <= found.high <= 1
        assert found.low - 1e-6 <= found.value <= found.high + 1e-6 or found.tasks >= 10


@pytest.mark.parametrize(("tasks", "least"), [(4, 0.94), (30, 0.89)])
def test_estimate_of_clustered_samples_covers_the_truth_about_as_often_as_it_says(tasks: int, least: float) -> None:
    random, runs, hits = np.random.default_rng(7), 400, 0
    for run in range(runs):
        chance = random.beta(0.6, 0.9, size=tasks)  # tasks differ much; mean 0.4
        found = estimate(tally(*(random.binomial(5, chance) / 5), samples=5), seed=run % 4, resamples=400)
        assert found is not None
        hits += found.low <= 0.4 <= found.high
    assert least <= hits / runs <= 1.0


# differences


def test_difference_of_a_model_with_itself_is_nothing() -> None:
    shares = np.random.default_rng(2).random(25)
    found = difference(tally(*shares), tally(*shares))
    assert found is not None
    assert (found.diff, found.p) == (0, 1)
    assert found.low < 0 < found.high


def test_difference_is_antisymmetric() -> None:
    random = np.random.default_rng(3)
    first, second = tally(*random.random(40)), tally(*random.random(40))
    there, back = difference(first, second), difference(second, first)
    assert there is not None
    assert back is not None
    assert (there.diff, there.low, there.high) == (-back.diff, -back.high, -back.low)
    assert there.p == pytest.approx(back.p, abs=0.02)


def test_difference_paired_by_task_sees_what_differences_between_tasks_would_hide() -> None:
    random = np.random.default_rng(4)
    base = np.repeat([0.1, 0.8], 20)
    better = base + 0.05 + random.normal(0, 0.02, 40)
    paired = difference(tally(*base), tally(*better))
    shuffled = difference(tally(*base), tally(*random.permutation(better)))
    assert paired is not None
    assert shuffled is not None
    assert paired.diff == pytest.approx(shuffled.diff, abs=1e-6)
    assert shuffled.low < 0 < paired.low
    assert paired.p < 0.001 < shuffled.p


@pytest.mark.parametrize(("gained", "lost"), [(5, 0), (9, 3), (6, 6), (30, 12), (20, 20)])
def test_difference_of_single_samples_has_the_p_of_mcnemars_exact_test(gained: int, lost: int) -> None:
    first = tally(*[0.0] * gained + [1.0] * lost + [1.0] * 10 + [0.0] * 10)
    second = tally(*[1.0] * gained + [0.0] * lost + [1.0] * 10 + [0.0] * 10)
    found = difference(first, second)
    assert found is not None
    # up to 12 discordant tasks all swaps are tried; beyond, 10,000 are drawn
    slack = 1e-6 if gained + lost <= 12 else 0.015
    assert found.p == pytest.approx(binomtest(gained, gained + lost).pvalue, abs=slack)


def test_difference_of_opposite_models_on_few_tasks_takes_newcombes_interval() -> None:
    found = difference(tally(0, 0, 0, 0), tally(1, 1, 1, 1))
    assert found is not None
    # Wilson of 0/4 is 0 to 0.48989, of 4/4 0.51011 to 1; 1 - sqrt(0.48989**2 + 0.48989**2) = 0.30719
    assert (found.diff, found.low, found.high) == pytest.approx((1, 0.30719, 1), abs=1e-4)
    assert found.p == 2 / 16


def test_difference_where_one_model_has_nothing_eligible_is_none() -> None:
    assert difference(ratio([0, 0], [0, 0]), ratio([1, 1], [1, 1])) is None


def test_difference_of_ratios_keeps_tasks_that_only_one_model_has_eligible_samples_in() -> None:
    found = difference(ratio([2, 0, 1], [4, 0, 4]), ratio([4, 4, 0], [4, 4, 0]))
    assert found is not None
    assert (found.diff, found.tasks) == (1 - 3 / 8, 3)


# several tests, and how many tasks it takes


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_rejects_what_the_step_down_procedure_rejects(values: list[float]) -> None:
    adjusted, level = holm(values), 0.05
    order = sorted(range(len(values)), key=values.__getitem__)
    for rank, index in enumerate(order):
        if values[index] * (len(values) - rank) > level:
            assert all(adjusted[i] > level - 1e-6 for i in order[rank:])
            break
        assert adjusted[index] <= level + 1e-6
    assert all(raised >= min(value, 1) - 1e-6 for raised, value in zip(adjusted, values, strict=True))


def test_tasks_needed_see_the_difference_as_often_as_asked() -> None:
    """By simulation: with that many tasks, a true difference of 8 points is outside noise about 80 % of the time."""
    generator = np.random.default_rng(5)

    def sample(tasks: int) -> tuple[Tally, Tally]:
        base = generator.random(tasks) < 0.4
        gained = ~base & (generator.random(tasks) < 0.2)
        lost = base & (generator.random(tasks) < 0.1)
        better = (base & ~lost) | gained
        return tally(*base.astype(float)), tally(*better.astype(float))

    pilot = difference(*sample(4000), resamples=200)
    assert pilot is not None
    needed = pilot.tasks_needed(points=0.08)
    found = [difference(*sample(needed), resamples=400) for _ in range(150)]
    seen = sum(not each.is_noise for each in found if each is not None)
    assert 0.7 < seen / len(found) < 0.9
    assert pilot.tasks_needed(points=0.04) == pytest.approx(4 * needed, rel=0.02)


def test_tasks_needed_of_samples_that_agree_within_a_task_counts_tasks_not_samples() -> None:
    single = [float(x) for x in np.random.default_rng(1).random(200) < 0.5]
    other = [float(x) for x in np.random.default_rng(2).random(200) < 0.5]
    one = difference(tally(*single), tally(*other), resamples=200)
    many = difference(tally(*single, samples=8), tally(*other, samples=8), resamples=200)
    assert one is not None
    assert many is not None
    assert many.tasks_needed() == one.tasks_needed()
