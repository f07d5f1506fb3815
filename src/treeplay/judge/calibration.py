"""How much a rule's word is worth: the probability that code on which it fires is vulnerable.

Learned from pairs of a vulnerable function and its fix, of training splits only: a rule that fires on both sides as
often as not says nothing. Rules of one detector and language inform each other (empirical Bayes): their rates are
drawn from one beta distribution, so that a rule seen twice is believed less than one seen fifty times, and one never
seen as much as its kind. The judge counts the findings of rules whose rate is above one half with probability
`CONFIDENCE`, and is so still on the code on which no better rule fires: what repeats a better rule with more false
alarms adds only these. A detector of an outside package, of which nothing was learned, counts as it is.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from treeplay.files import sha256_text
from treeplay.judge.schema import Finding

CONFIDENCE = 0.9
"A rule counts if its rate is above one half with at least this probability."

_GRID = 2000
_STRENGTHS = (1.0, 2.0, 4.0)
"How many firings the kind may weigh; no more, so that a rule which says nothing is not carried by its kind."
_NEUTRAL = 1.0
"Pseudo-counts on either side of a group's mean, so that a group of few firings stays near one half."


@dataclass(frozen=True)
class Count:
    """On how many vulnerable and fixed functions of its weakness a rule fired."""

    vulnerable: int = 0
    fixed: int = 0


@dataclass(frozen=True)
class Observation:
    """One function of a pair: whether it is the vulnerable one, and the rules of its weakness that fired on it."""

    vulnerable: bool
    rules: frozenset[str]


@dataclass(frozen=True)
class Rate:
    """P(vulnerable | fires): its mean, its 95% interval, and whether the judge counts the rule."""

    mean: float
    low: float
    high: float
    counts: bool


@dataclass(frozen=True)
class Calibration:
    """Rates by rule, and by kind of rule for those of which nothing was seen."""

    rules: Mapping[str, Rate]
    kinds: Mapping[str, Rate]

    def rate(self, finding: Finding) -> Rate | None:
        """The rate of the finding's rule, else of its kind; none for a detector of which nothing was learned."""
        return self.rules.get(key_of(finding)) or self.kinds.get(kind_of(finding))

    def counts(self, finding: Finding) -> bool:
        """Whether the judge takes the finding for a weakness."""
        rate = self.rate(finding)
        if rate is not None:
            return rate.counts
        return not any(known.partition("/")[0] == finding.detector for known in self.kinds)


def key_of(finding: Finding) -> str:
    """A rule's name among those of all detectors."""
    return f"{finding.detector}/{finding.rule}"


def kind_of(finding: Finding) -> str:
    """The detector and language of a rule: `rules/py`, `ruff/`."""
    language, dash, _ = finding.rule.partition("-")
    return f"{finding.detector}/{language if dash else ''}"


def count(observations: Iterable[Observation]) -> dict[str, Count]:
    """How often each rule fired."""
    observations = list(observations)
    vulnerable = Counter(rule for each in observations if each.vulnerable for rule in each.rules)
    fixed = Counter(rule for each in observations if not each.vulnerable for rule in each.rules)
    return {rule: Count(vulnerable[rule], fixed[rule]) for rule in sorted({*vulnerable, *fixed})}


def learn(observations: Sequence[Observation], kinds: Mapping[str, str]) -> Calibration:
    """Rates of rules from how often they fired.

    Args:
        observations: both functions of every pair.
        kinds: the kind of each rule; rules of a kind inform each other.
    """
    counts = count(observations)
    priors = {kind: _prior([counts[rule] for rule in counts if kinds[rule] == kind]) for kind in set(kinds.values())}
    alone = {rule: _rate(priors[kinds[rule]], counts[rule]) for rule in counts}
    rules, believed = dict(alone), set[str]()
    for rule in sorted(alone, key=lambda each: (-alone[each].mean, each)):
        rest = count(each for each in observations if rule in each.rules and not each.rules & believed)
        beyond = _rate(priors[kinds[rule]], rest.get(rule, Count()))
        rules[rule] = replace(alone[rule], counts=alone[rule].counts and beyond.counts)
        if rules[rule].counts:
            believed.add(rule)
    return Calibration(rules, {kind: _rate(prior, Count()) for kind, prior in sorted(priors.items())})


@cache
def load_calibration() -> Calibration:
    """The calibration that Treeplay brings (made by `benchmarks/judge.py --calibrate`)."""
    data = json.loads(_text())
    return Calibration(*({name: Rate(**rate) for name, rate in data[part].items()} for part in ("rules", "kinds")))


@cache
def calibration_version() -> str:
    """Changes whenever a rate does."""
    return sha256_text(_text())[:12]


def as_json(calibration: Calibration, counts: Mapping[str, Count]) -> dict[str, Any]:
    """What `load_calibration` reads, with a line on where it comes from."""
    return {
        "rules": {name: vars(rate) for name, rate in calibration.rules.items()},
        "kinds": {name: vars(rate) for name, rate in calibration.kinds.items()},
        "fired": {name: [count.vulnerable, count.fixed] for name, count in sorted(counts.items())},
    }


def _text() -> str:
    return (files("treeplay.judge") / "calibration.json").read_text(encoding="utf-8")


def _prior(counts: Iterable[Count]) -> tuple[float, float]:
    """The beta distribution from which the rates of a kind come: pooled mean, likeliest strength."""
    seen = [each for each in counts if each.vulnerable + each.fixed]
    shares = [each.vulnerable / (each.vulnerable + each.fixed) for each in seen]
    weights = [min(each.vulnerable + each.fixed, 10) for each in seen]  # no rule alone decides on its kind
    total = sum(share * weight for share, weight in zip(shares, weights, strict=True))
    mean = (total + _NEUTRAL) / (sum(weights) + 2 * _NEUTRAL)
    strength = max(
        _STRENGTHS, key=lambda each: sum(_likelihood(count, mean * each, (1 - mean) * each) for count in seen)
    )
    return mean * strength, (1 - mean) * strength


def _likelihood(count: Count, first: float, second: float) -> float:
    """Logarithm of the beta-binomial probability, less what does not depend on the distribution."""
    return _log_beta(first + count.vulnerable, second + count.fixed) - _log_beta(first, second)


def _log_beta(first: float, second: float) -> float:
    return math.lgamma(first) + math.lgamma(second) - math.lgamma(first + second)


def _rate(prior: tuple[float, float], count: Count) -> Rate:
    """Mean, 95% interval and verdict of the beta distribution that the count leaves of the prior."""
    first, second = prior[0] + count.vulnerable, prior[1] + count.fixed
    points = [(index + 0.5) / _GRID for index in range(_GRID)]
    logs = [(first - 1) * math.log(point) + (second - 1) * math.log1p(-point) for point in points]
    highest = max(logs)
    weights = [math.exp(each - highest) for each in logs]
    sums = list(accumulate(weights))
    total = sums[-1]
    low, high = (points[bisect_left(sums, share * total)] for share in (0.025, 0.975))
    counts = sums[_GRID // 2 - 1] <= (1 - CONFIDENCE) * total
    return Rate(round(first / (first + second), 3), round(low, 3), round(high, 3), counts)
