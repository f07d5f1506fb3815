"""Effect sizes and McNemar's test, against scipy and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from treeplay.bench.effects import cohens_h, mcnemar
from treeplay.bench.statistics import Tally, fewer_failures


def tally(passes: list[float], of: float = 1.0) -> Tally:
    return Tally(np.array(passes), np.full(len(passes), of), np.full(len(passes), int(of)))


@pytest.mark.parametrize(("better", "worse", "same"), [(9, 2, 30), (5, 5, 3), (0, 1, 7), (40, 13, 2), (0, 0, 4)])
def test_mcnemar_is_scipys_binomial_test_on_the_discordant_tasks(better: int, worse: int, same: int) -> None:
    first = [0.0] * better + [1.0] * worse + [1.0] * same
    second = [1.0] * better + [0.0] * worse + [1.0] * same
    found = mcnemar(tally(first), tally(second))
    assert (found.better, found.worse, found.same) == (better, worse, same)
    known = stats.binomtest(better, better + worse).pvalue if better + worse else 1.0
    assert found.p == pytest.approx(known, abs=1e-6)


def test_mcnemar_of_several_answers_asks_which_model_does_better_at_a_task() -> None:
    # 3 of 4 against 1 of 4; 0 against 0; 2 against 4; the last task has no eligible answer of the first model.
    first = Tally(np.array([1.0, 0.0, 4.0, 0.0]), np.array([4.0, 4.0, 4.0, 0.0]), np.array([4, 4, 4, 0]))
    second = tally([3.0, 0.0, 2.0, 4.0], of=4.0)
    found = mcnemar(first, second)
    assert (found.better, found.worse, found.same, found.p) == (1, 1, 1, 1.0)


def test_mcnemar_does_not_care_about_scale() -> None:
    thirds = [1 / 3, 0.1 + 0.2, 0.5]
    assert mcnemar(tally(thirds), tally([3 * share for share in thirds], of=3.0)).same == 3


def test_cohens_h_of_known_rates() -> None:
    assert cohens_h(0.0, 1.0) == pytest.approx(np.pi)
    assert cohens_h(0.3, 0.3) == 0
    assert cohens_h(0.5, 0.25) == pytest.approx(-np.pi / 6)


def test_fewer_failures_by_hand_and_by_scipys_bootstrap() -> None:
    random = np.random.default_rng(2)
    first, second = (random.random(200) < 0.5).astype(float), (random.random(200) < 0.8).astype(float)
    found = fewer_failures(tally(first.tolist()), tally(second.tolist()))
    assert found is not None
    assert found.value == pytest.approx(1 - (1 - second.mean()) / (1 - first.mean()), abs=1e-6)
    known = stats.bootstrap(
        (first, second),
        lambda a, b, axis: 1 - (1 - b.mean(axis)) / (1 - a.mean(axis)),
        paired=True,
        method="percentile",
        n_resamples=20_000,
        rng=1,
    )
    assert found.low == pytest.approx(known.confidence_interval.low, abs=0.02)
    assert found.high == pytest.approx(known.confidence_interval.high, abs=0.02)


def test_fewer_failures_of_a_model_that_never_fails_is_none() -> None:
    assert fewer_failures(tally([1.0, 1.0]), tally([1.0, 0.0])) is None
