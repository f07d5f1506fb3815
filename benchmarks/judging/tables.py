"""The tables of pairs that people read: shares in per cent, each with its 95% interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from judging.pairs import GROUPS, Chooser, Pair, Score, score
from treeplay.bench.statistics import wilson

LANGUAGES = tuple(dict.fromkeys(GROUPS.values()))
ALL_PAIRS = "judge"
FAMILIES = "judge, families left out"
SHIPPED = "judge as shipped"


def percent(count: int, n: int) -> str:
    """A share with its interval."""
    if not n:
        return f"{'-':>5} {'':13}"
    low, high = wilson(count / n, n)
    return f"{100 * count / n:5.1f} [{100 * low:4.1f}, {100 * high:5.1f}]"


def text(result: Score) -> str:
    """Vulnerable flagged, fixed flagged, pairs discriminated."""
    return "  ".join(percent(each, result.n) for each in (result.vulnerable, result.fixed, result.discriminated))


def show(pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> None:
    """Prints for each language: all pairs, those of the val files, and each weakness."""
    for language in LANGUAGES:
        mine = [pair for pair in pairs if pair.group == language]
        here = _reading(mine, rows, pairs)
        _table(f"{language}: all pairs", mine, {name: row for name, row in here.items() if name != SHIPPED})
        val = {name: row for name, row in here.items() if name not in (ALL_PAIRS, FAMILIES)}
        _table(f"{language}: val files", [pair for pair in mine if pair.is_val], val)
        for row in (ALL_PAIRS, FAMILIES):
            print(f"  by weakness, CWE-matched: {row}")
            for kind in sorted({pair.cwe for pair in mine}):
                same = [pair for pair in mine if pair.cwe == kind]
                print(f"    {kind:10} {len(same):4}  {text(score(same, rows[row], matched=True))}")


def _reading(pairs: Sequence[Pair], rows: Mapping[str, Chooser], among: Sequence[Pair]) -> dict[str, Chooser]:
    """The rows without the detectors that read none of these pairs."""
    detectors = {name for pair in among for name in pair.vulnerable.scans}
    here = {name for pair in pairs for name in pair.vulnerable.scans}
    return {name: row for name, row in rows.items() if name not in detectors - here}


def _table(title: str, pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> None:
    print(f"\n{title} ({len(pairs)}): vulnerable flagged, fixed flagged, discriminated; any, then CWE-matched")
    for name, chooser in rows.items():
        texts = (text(score(pairs, chooser, matched=matched)) for matched in (False, True))
        print(f"  {name:24} {'  |  '.join(texts)}")


def summary(pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> dict[str, dict[str, object]]:
    """CWE-matched shares by language: the judge out of sample, and beside it what it is compared with."""
    found: dict[str, dict[str, object]] = {}
    for language in LANGUAGES:
        mine = [pair for pair in pairs if pair.group == language]
        val = [pair for pair in mine if pair.is_val]
        found[language] = score(mine, rows[ALL_PAIRS], matched=True).shares()
        found[language] |= {
            "val": score(val, rows[SHIPPED], matched=True).shares(),
            "families_left_out": score(mine, rows[FAMILIES], matched=True).shares(),
            "alone": {
                name: score(mine, row, matched=True).shares()
                for name, row in _reading(mine, rows, pairs).items()
                if name not in (ALL_PAIRS, FAMILIES, SHIPPED)
            },
        }
    return found
