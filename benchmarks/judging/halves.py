"""How far rules for C and C++ carry over to repositories that they were not written on.

The training pairs' repositories are divided in two halves by their names. Whoever writes a rule of `LATER_RULES` reads
code and fixes of the first half only; of the second half, and of the `val` files, counts alone are seen. The rates by
which the judge believes a rule are learned on the first half too. The rules from before were written with both halves
at hand, so their row says nothing of what carries over.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from judging.folds import observe
from judging.pairs import Chooser, Pair, score
from judging.tables import text
from treeplay.judge import calibration as rates
from treeplay.judge.schema import Finding

LATER_RULES = frozenset(
    [
        "c-allocation-sum",
        "c-attribute-unchecked",
        "c-copy-unmeasured",
        "c-freed-then-followed",
        "c-index-is-size",
        "c-offset-unchecked",
        "c-pointer-doubted",
        "c-product-unlimited",
        "c-read-unmeasured",
        "c-result-unchecked",
        "c-sum-compared",
        "c-sum-narrow",
    ]
)
"Rules written on the first half alone; whoever adds one keeps to this."
WRITTEN_ON, NOT_WRITTEN_ON = "written on", "not written on"
HALVES = (WRITTEN_ON, NOT_WRITTEN_ON)

Which = Callable[[str], bool]


def half_of(pair: Pair) -> str:
    """The half that a pair's repository lies in: the same on every machine."""
    return HALVES[zlib.crc32(pair.repository.encode()) % 2]


def halves(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """The training pairs in C and C++ by half."""
    mine = [pair for pair in pairs if pair.group == "c" and not pair.is_val]
    return {half: [pair for pair in mine if half_of(pair) == half] for half in HALVES}


def rows(written_on: Sequence[Pair]) -> dict[str, Chooser]:
    """Rules from before, later ones, both; each as they are, and as far as the first half lets believe them."""
    kinds: dict[str, Which] = {
        "rules from before": lambda rule: rule not in LATER_RULES,
        "later rules": lambda rule: rule in LATER_RULES,
        "both": lambda _: True,
    }
    plain: dict[str, Chooser] = {name: _by(which) for name, which in kinds.items()}
    return plain | {f"judge, {name}": _believed(which, written_on) for name, which in kinds.items()}


def _by(which: Which) -> Chooser:
    return lambda _, finding: finding.detector == "rules" and which(finding.rule)


def _believed(which: Which, written_on: Sequence[Pair]) -> Chooser:
    observations, kinds = observe(written_on, frozenset({"rules"}))
    mine = {key: kind for key, kind in kinds.items() if which(key.partition("/")[2])}
    learned = rates.learn([replace(each, rules=each.rules & set(mine)) for each in observations], mine)

    def counts(_: Pair, finding: Finding) -> bool:
        return finding.detector == "rules" and which(finding.rule) and learned.counts(finding)

    return counts


def measure(pairs: Sequence[Pair]) -> dict[str, dict[str, object]]:
    """Prints the table of both halves, CWE-matched; returns the shares by half and row."""
    divided = halves(pairs)
    found: dict[str, dict[str, object]] = {}
    choosers = rows(divided[WRITTEN_ON])
    for half, mine in divided.items():
        print(f"\nc: repositories the later rules were {half} ({len(mine)}): CWE-matched")
        scores = {name: score(mine, chooser, matched=True) for name, chooser in choosers.items()}
        for name, result in scores.items():
            print(f"  {name:24} {text(result)}")
        found[half.replace(" ", "_")] = {name: result.shares() for name, result in scores.items()}
    return found
