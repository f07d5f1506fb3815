"""Calibrations that have not seen what they are measured on: learned from the training pairs of the other folds.

Folds by repository leave out whole projects, folds by CWE family leave out every pair of a weakness, so that its rules
are believed only as far as the others of their kind. What cannot be left out is that whoever wrote the rules had the
training pairs at hand; pairs of the `val` files were not.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from judging.pairs import Chooser, Pair
from treeplay import cwe
from treeplay.judge import calibration as rates

FOLDS = 5
By = Literal["repository", "family"]
_KEYS: dict[By, Callable[[Pair], str]] = {
    "repository": lambda pair: pair.repository,
    "family": lambda pair: pair.family,
}


def fold_of(pair: Pair, by: By) -> int:
    """Which fold a pair lies in: the same on every machine."""
    return zlib.crc32(_KEYS[by](pair).encode()) % FOLDS


def observe(pairs: Iterable[Pair], detectors: frozenset[str]) -> tuple[list[rates.Observation], dict[str, str]]:
    """Which rules fired on functions with a weakness of their CWE family, and the kinds of the rules."""
    observations = []
    kinds: dict[str, str] = {}
    for pair in pairs:
        for side in pair.sides:
            found = [each for each in side.findings() if each.cwe and each.detector in detectors]
            mine = [each for each in found if cwe.same_family(pair.cwe, each.cwe or "")]
            kinds |= {rates.key_of(each): rates.kind_of(each) for each in mine}
            rules = frozenset(rates.key_of(each) for each in mine)
            observations.append(rates.Observation(side is pair.vulnerable, rules))
    return observations, kinds


def left_out(pairs: Sequence[Pair], detectors: frozenset[str], by: By) -> Chooser:
    """Counts a finding of these detectors by what the training pairs of the other folds taught."""
    learned = [
        rates.learn(*observe((pair for pair in pairs if not pair.is_val and fold_of(pair, by) != fold), detectors))
        for fold in range(FOLDS)
    ]
    return lambda pair, finding: finding.detector in detectors and learned[fold_of(pair, by)].counts(finding)
