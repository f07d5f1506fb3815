"""How large a difference is, and McNemar's exact test of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, comb, sqrt

import numpy as np

from treeplay.bench.statistics import Tally


@dataclass(frozen=True)
class Discordance:
    """On how many tasks the second of two models does better, worse, or the same."""

    better: int
    worse: int
    same: int
    p: float
    "Two-sided, exact."


def mcnemar(first: Tally, second: Tally) -> Discordance:
    """McNemar's exact test on the tasks on which the models differ.

    With one answer a task this is McNemar's test. With several, a model does better at a task where more of its
    answers pass; if the models were alike, either would as often do better, whatever the task.

    Source: McNemar, Psychometrika 12 (1947).
    """
    known = (first.denominator > 0) & (second.denominator > 0)
    first, second = first.where(known), second.where(known)
    gap = second.numerator / second.denominator - first.numerator / first.denominator
    better, worse = int(np.sum(gap > 1e-12)), int(np.sum(gap < -1e-12))
    return Discordance(better, worse, len(gap) - better - worse, round(_binomial_p(better, worse), 6))


def cohens_h(first: float, second: float) -> float:
    """The distance of two rates on the scale on which their variance does not depend on them: 0.2 is small, 0.5 medium.

    Source: Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), 6.2.

    >>> round(cohens_h(0.25, 0.5), 4)  # 2 asin(sqrt(1/2)) - 2 asin(1/2) = pi/2 - pi/3
    0.5236
    """
    return 2 * asin(sqrt(second)) - 2 * asin(sqrt(first))


def _binomial_p(better: int, worse: int) -> float:
    """The chance of a coin to fall at least so unevenly, either way.

    >>> _binomial_p(1, 5)  # 2 (1 + 6) / 64
    0.21875
    """
    n = better + worse
    tail = sum(comb(n, k) for k in range(min(better, worse) + 1))
    return min(1.0, float(2 * tail / 2**n))
