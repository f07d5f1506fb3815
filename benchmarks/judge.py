"""How well the judge tells vulnerable from fixed, how right it is where it can run code, and how fast it is.

    python benchmarks/judge.py --data DIR [--json] [--calibrate] [--sections ...] [--cache FILE]

DIR holds the folders `sven`, `safecoder` and `seccodeplt`.

- `pairs`: each detector that is installed is asked about both functions of SVEN's and SafeCoder's pairs; it
  discriminates a pair if it flags the vulnerable one and not the fixed one, once by any finding and once by findings
  of the pair's CWE family alone. `union` is all default detectors together, `judge` what the judge counts of them:
  findings of rules that the calibration believes. A pair is judged by a calibration that was learned on the training
  files of the other repositories; `families left out`: of the other CWE families. The rows for `val` files use the
  calibration as it is shipped, which has seen training files only. The rules themselves were written with training
  pairs at hand, so `val` is what no one has looked at, and the other rows are optimistic. For C and C++, `repositories
  the later rules were not written on` are what the rules named in judging/halves.py were not written on either.
- `seccodeplt`: execution's verdicts on both references of SecCodePLT's good tasks, against what reading alone says.
  Two import packages that Treeplay does not need, `pip install '.[seccodeplt]'`; without them these are `broken`, by
  an error that names the package.
- `own`: the same for the built-in tasks in C and C++.

`--calibrate` learns the rates anew from the training files and writes them to src/treeplay/judge/calibration.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from judging import execution, halves, tables
from judging.folds import left_out, observe
from judging.pairs import Chooser, Pair, read_pairs, scan_all
from judging.speed import speeds
from treeplay.errors import ConfigError
from treeplay.judge import calibration as rates
from treeplay.judge import detectors as known
from treeplay.judge.detector import Detector
from treeplay.judge.detectors import load_detectors

CALIBRATION = Path(rates.__file__).with_name("calibration.json")
SECTIONS = ("pairs", "seccodeplt", "own", "speed")


def optional_detectors() -> list[Detector]:
    """Those of the optional detectors whose tools are installed."""
    found = []
    for name, make in getattr(known, "OPTIONAL", {}).items():
        try:
            found.append(make())
        except ConfigError as error:
            print(f"without {name}: {error}")
    return found


def choosers(pairs: Sequence[Pair], detectors: Sequence[Detector]) -> dict[str, Chooser]:
    """The rows of a table: each detector alone; all default ones together; the judge."""
    default = frozenset(detector.name for detector in load_detectors())
    rows: dict[str, Chooser] = {
        detector.name: lambda _, finding, name=detector.name: finding.detector == name  # type: ignore[misc]
        for detector in detectors
    }
    shipped = rates.load_calibration()
    return rows | {
        "union": lambda _, finding: finding.detector in default,
        tables.ALL_PAIRS: left_out(pairs, default, "repository"),
        tables.FAMILIES: left_out(pairs, default, "family"),
        tables.SHIPPED: lambda _, finding: finding.detector in default and shipped.counts(finding),
    }


def calibrate(pairs: Sequence[Pair]) -> None:
    """Learns the rates of the default detectors' rules from the training files, writes and prints them."""
    default = frozenset(detector.name for detector in load_detectors())
    observations, kinds = observe((pair for pair in pairs if not pair.is_val), default)
    counts, learned = rates.count(observations), rates.learn(observations, kinds)
    CALIBRATION.write_text(json.dumps(rates.as_json(learned, counts), indent=1) + "\n", encoding="utf-8")
    rates.load_calibration.cache_clear()
    for rule, rate in [*learned.rules.items(), *learned.kinds.items()]:
        fired = f"{counts[rule].vulnerable}/{counts[rule].fixed}" if rule in counts else ""
        print(
            f"{rule:36} {fired:>8} {rate.mean:.2f} [{rate.low:.2f}, {rate.high:.2f}] {'counts' if rate.counts else ''}"
        )


def measure_pairs(pairs: Sequence[Pair], *, anew: bool) -> dict[str, Any]:
    """Prints the tables of pairs; returns the figures by language."""
    detectors = [*load_detectors(), *optional_detectors()]
    scan_all(pairs, detectors)
    if anew:
        calibrate(pairs)
    rows = choosers(pairs, detectors)
    tables.show(pairs, rows)
    found = tables.summary(pairs, rows)
    found["c"]["later_rules"] = halves.measure(pairs)
    return found


def measure_execution(data: Path, sections: Sequence[str], cache: Path | None) -> dict[str, Any]:
    """Prints the tables of execution; returns their figures by section."""
    found = {}
    if "seccodeplt" in sections:
        result = execution.execute(execution.seccodeplt_tasks(data), cache)
        execution.show("SecCodePLT, references found good", result)
        found["seccodeplt"] = result.as_json()
    if "own" in sections:
        result = execution.execute(execution.own_tasks("c", "cpp"), cache)
        execution.show("built-in tasks in C and C++", result)
        found["own"] = result.as_json()
    return found


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description="How well, how rightly and how fast the judge judges.")
    parser.add_argument("--data", type=Path, required=True, help="folder with sven/, safecoder/ and seccodeplt/")
    parser.add_argument("--json", action="store_true", help="end with one JSON object on a line")
    parser.add_argument("--calibrate", action="store_true", help="learn the rates of the rules anew and write them")
    parser.add_argument("--sections", nargs="+", choices=SECTIONS, default=SECTIONS, help="what to measure")
    parser.add_argument("--cache", type=Path, help="file that keeps the verdicts of execution, for a run that is ended")
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.data)
    figures: dict[str, Any] = {}
    if "pairs" in arguments.sections or arguments.calibrate:
        figures |= measure_pairs(pairs, anew=arguments.calibrate)
    figures |= measure_execution(arguments.data, arguments.sections, arguments.cache)
    if "speed" in arguments.sections:
        figures |= speeds(pairs)
        print("\n" + ", ".join(f"{name} {figures[name]}" for name in list(figures)[-3:]))
    if arguments.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
