"""How well the static judge tells a vulnerable function from its fix, and how fast: SVEN's and SafeCoder's pairs.

    python benchmarks/judge.py --data DIR [--json] [--calibrate]

DIR holds the folders `sven` and `safecoder`. A detector is asked about both functions of a pair; it discriminates the
pair if it flags the vulnerable one and not the fixed one, once by any finding and once by findings of the pair's CWE
family alone. What it cannot read counts as not flagged. `judge` is what the judge counts: findings of rules that the
calibration believes. Its rows for all pairs are out of sample by repository: a pair is judged by a calibration that
was learned on the training files of the other repositories; the rows for `val` files use the calibration as it is
shipped, which has seen training files only. The rules themselves were written with training pairs at hand, so the
rows for `val` are the ones that no one has looked at. `--calibrate` learns the rates anew from the training files
and writes them to src/treeplay/judge/calibration.json.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import textwrap
import time
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from treeplay import cwe
from treeplay.bench.statistics import wilson
from treeplay.corpus.layout import read_layout
from treeplay.corpus.readers import find_reader
from treeplay.corpus.schema import Task
from treeplay.judge import calibration as rates
from treeplay.judge.detectors import BatchDetector, Detector, ScanError, load_detectors
from treeplay.judge.judge import Judge, Program
from treeplay.judge.schema import Finding

LANGUAGES = {"python": "python", "javascript": "javascript", "go": "go", "c": "c", "cpp": "c"}
FILES = {
    "sven": ("sven/train.jsonl", "sven/val.jsonl"),
    "safecoder": ("safecoder/sec_new_train.jsonl", "safecoder/sec_new_val.jsonl"),
}
FOLDS = 5
CALIBRATION = Path(rates.__file__).with_name("calibration.json")

Scan = list[Finding] | None
"A program's findings; none if the detector could not read it."


@dataclass(frozen=True)
class Side:
    """One function of a pair, and what each detector says of it."""

    code: str
    scans: dict[str, Scan] = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """A vulnerable function and its fix."""

    language: str
    cwe: str
    is_val: bool
    fold: int
    vulnerable: Side
    fixed: Side

    @property
    def group(self) -> str:
        """The language as the tables name it."""
        return LANGUAGES[self.language]


@dataclass
class Score:
    """Of n pairs: how many vulnerable and fixed functions were flagged, and how many pairs told apart."""

    n: int = 0
    vulnerable: int = 0
    fixed: int = 0
    discriminated: int = 0

    def add(self, vulnerable: bool, fixed: bool) -> None:
        """Counts one pair."""
        self.n += 1
        self.vulnerable += vulnerable
        self.fixed += fixed
        self.discriminated += vulnerable and not fixed

    def text(self) -> str:
        """The three shares in per cent, each with its interval."""
        shares = (self.vulnerable, self.fixed, self.discriminated)
        return "  ".join(_percent(each, self.n) for each in shares)


Chooser = Callable[[Pair, Finding], bool]
"Whether a finding counts, and for which pair it is asked."


def _percent(count: int, n: int) -> str:
    if not n:
        return f"{'-':>5} {'':13}"
    low, high = wilson(count / n, n)
    return f"{100 * count / n:5.1f} [{100 * low:4.1f}, {100 * high:5.1f}]"


def read_pairs(data: Path) -> list[Pair]:
    """Every pair of both sets in our languages, each vulnerable function once."""
    pairs, seen = [], set()
    for reader, names in FILES.items():
        for name in names:
            for task in find_reader(reader)(data / name).tasks:
                before = "".join(f"{task.prefix}{task.vulnerable}".split())
                if task.language in LANGUAGES and task.cwe and before not in seen:
                    seen.add(before)
                    pairs.append(_pair(task, name))
    return pairs


def _pair(task: Task, file: str) -> Pair:
    repository = "/".join(task.source.split("://")[-1].split("/")[:3])
    sides = [Side(_code(task, completion or "")) for completion in (task.vulnerable, task.golden)]
    fold = zlib.crc32(repository.encode()) % FOLDS
    return Pair(task.language, task.cwe or "", "val" in file, fold, *sides)


def _code(task: Task, completion: str) -> str:
    """A method without its class begins with white space, which Python cannot read."""
    code = task.prefix + completion
    return textwrap.dedent(code) if task.language == "python" else code


def scan_all(pairs: Sequence[Pair], detectors: Iterable[Detector]) -> None:
    """Notes on each side what the detectors say."""
    for detector in detectors:
        if isinstance(detector, BatchDetector):
            codes = [side.code for pair in pairs for side in _sides(pair) if pair.language == "python"]
            detector.prepare(codes, "python")
        for pair in pairs:
            if pair.language in detector.languages:
                for side in _sides(pair):
                    side.scans[detector.name] = _scan(detector, side.code, pair.language)


def _sides(pair: Pair) -> tuple[Side, Side]:
    return pair.vulnerable, pair.fixed


def _scan(detector: Detector, code: str, language: str) -> Scan:
    try:
        return detector.scan(code, language)
    except ScanError:
        return None


def flagged(pair: Pair, side: Side, chooser: Chooser, *, matched: bool) -> bool:
    """Whether a side has a finding that counts; `matched`: of the pair's CWE family."""
    return any(
        chooser(pair, each) and (not matched or (each.cwe is not None and cwe.same_family(pair.cwe, each.cwe)))
        for scan in side.scans.values()
        for each in scan or ()
    )


def score(pairs: Iterable[Pair], chooser: Chooser, *, matched: bool) -> Score:
    """The counts over some pairs."""
    result = Score()
    for pair in pairs:
        result.add(*(flagged(pair, side, chooser, matched=matched) for side in _sides(pair)))
    return result


def observe(pairs: Iterable[Pair]) -> tuple[list[rates.Observation], dict[str, str]]:
    """Which rules fired on functions with a weakness of their CWE family, and the kinds of the rules."""
    observations = []
    kinds: dict[str, str] = {}
    for pair in pairs:
        for side in _sides(pair):
            found = [each for scan in side.scans.values() for each in scan or () if each.cwe]
            mine = [each for each in found if cwe.same_family(pair.cwe, each.cwe or "")]
            kinds |= {rates.key_of(each): rates.kind_of(each) for each in mine}
            rules = frozenset(rates.key_of(each) for each in mine)
            observations.append(rates.Observation(side is pair.vulnerable, rules))
    return observations, kinds


def learn(pairs: Iterable[Pair]) -> rates.Calibration:
    """The calibration that some pairs teach."""
    return rates.learn(*observe(pairs))


def out_of_sample(pairs: Sequence[Pair]) -> Chooser:
    """Counts a finding by what the training pairs of the other repositories taught."""
    learned = [learn(pair for pair in pairs if not pair.is_val and pair.fold != fold) for fold in range(FOLDS)]
    return lambda pair, finding: learned[pair.fold].counts(finding)


def choosers(pairs: Sequence[Pair], detectors: Iterable[Detector]) -> dict[str, Chooser]:
    """The rows of a table: each detector alone, all together, the judge."""
    rows: dict[str, Chooser] = {
        detector.name: lambda _, finding, name=detector.name: finding.detector == name  # type: ignore[misc]
        for detector in detectors
    }
    shipped = rates.load_calibration() if CALIBRATION.exists() else learn([each for each in pairs if not each.is_val])
    return rows | {
        "union": lambda _, finding: True,
        "judge": out_of_sample(pairs),
        "judge as shipped": lambda _, finding: shipped.counts(finding),
    }


def show(pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> None:
    """Prints the tables: vulnerable flagged, fixed flagged, pairs discriminated, each in per cent with its interval."""
    for language in ("python", "javascript", "go", "c"):
        mine = [pair for pair in pairs if pair.group == language]
        _table(f"{language}: all pairs", mine, {name: row for name, row in rows.items() if name != "judge as shipped"})
        val = {name: row for name, row in rows.items() if name != "judge"}
        _table(f"{language}: val files", [pair for pair in mine if pair.is_val], val)
        for kind in sorted({pair.cwe for pair in mine}):
            same = [pair for pair in mine if pair.cwe == kind]
            print(f"  {kind:10} {len(same):4}  judge, CWE-matched  {score(same, rows['judge'], matched=True).text()}")


def _table(title: str, pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> None:
    print(f"\n{title} ({len(pairs)}): vulnerable flagged, fixed flagged, discriminated; any, then CWE-matched")
    for name, chooser in rows.items():
        texts = (score(pairs, chooser, matched=matched).text() for matched in (False, True))
        print(f"  {name:17} {'  |  '.join(texts)}")


def summary(pairs: Sequence[Pair], rows: Mapping[str, Chooser]) -> dict[str, Any]:
    """The judge's CWE-matched shares by language, out of sample."""
    found = {}
    for language in ("python", "javascript", "go", "c"):
        mine = [pair for pair in pairs if pair.group == language]
        all_pairs = score(mine, rows["judge"], matched=True)
        val = score([pair for pair in mine if pair.is_val], rows["judge as shipped"], matched=True)
        found[language] = _shares(all_pairs) | {"val": _shares(val)}
    return found


def _shares(result: Score) -> dict[str, Any]:
    n = max(result.n, 1)
    return {
        "discriminated": round(result.discriminated / n, 4),
        "fixed_flagged": round(result.fixed / n, 4),
        "n": result.n,
    }


def snippets_per_second(pairs: Sequence[Pair]) -> float:
    """Python functions that all detectors read in a second of one core, processes that they start included."""
    codes = list(dict.fromkeys(side.code for pair in pairs if pair.language == "python" for side in _sides(pair)))
    detectors = load_detectors()
    for detector in detectors:  # what is loaded once is not counted
        _scan(detector, "x = 1\n", "python")
    start = os.times()
    for detector in detectors:
        if isinstance(detector, BatchDetector):
            detector.prepare(codes, "python")
        for code in codes:
            _scan(detector, code, "python")
    return len(codes) / sum(after - before for after, before in zip(os.times()[:4], start[:4], strict=True))


def sandbox_speed(limit: int = 40) -> tuple[float, float]:
    """Median milliseconds of judging a program with tests, and programs a second that the cache answers."""
    root = Path(rates.__file__).parents[1] / "corpus" / "builtin"
    tasks = [task for task in read_layout(root) if task.language == "python" and task.security_test][:limit]
    programs = [Program(task, task.golden) for task in tasks]
    with tempfile.TemporaryDirectory() as folder, Judge(workers=1, cache=Path(folder, "cache.sqlite")) as judge:
        judge.judge(programs[:1])
        times = [_seconds(lambda one=one: judge.judge([one])) for one in programs[1:]]  # type: ignore[misc]
        cached = _seconds(lambda: judge.judge(programs * 10))
    return 1000 * statistics.median(times), 10 * len(programs) / cached


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def calibrate(pairs: Sequence[Pair]) -> None:
    """Learns the rates from the training files, writes and prints them."""
    observations, kinds = observe(pair for pair in pairs if not pair.is_val)
    counts, learned = rates.count(observations), rates.learn(observations, kinds)
    CALIBRATION.write_text(json.dumps(rates.as_json(learned, counts), indent=1) + "\n", encoding="utf-8")
    rates.load_calibration.cache_clear()
    for rule, rate in [*learned.rules.items(), *learned.kinds.items()]:
        fired = f"{counts[rule].vulnerable}/{counts[rule].fixed}" if rule in counts else ""
        print(
            f"{rule:36} {fired:>8} {rate.mean:.2f} [{rate.low:.2f}, {rate.high:.2f}] {'counts' if rate.counts else ''}"
        )


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description="How well and how fast the static judge tells vulnerable from fixed.")
    parser.add_argument("--data", type=Path, required=True, help="folder with sven/ and safecoder/")
    parser.add_argument("--json", action="store_true", help="end with one JSON object on a line")
    parser.add_argument("--calibrate", action="store_true", help="learn the rates of the rules anew and write them")
    arguments = parser.parse_args()
    pairs, detectors = read_pairs(arguments.data), load_detectors()
    scan_all(pairs, detectors)
    if arguments.calibrate:
        calibrate(pairs)
    rows = choosers(pairs, detectors)
    show(pairs, rows)
    sandbox_ms, cached = sandbox_speed()
    speeds = {
        "snippets_per_s_core": round(snippets_per_second(pairs), 1),
        "cached_per_s": round(cached, 1),
        "sandbox_median_ms": round(sandbox_ms, 2),
    }
    print("\n" + ", ".join(f"{name} {value}" for name, value in speeds.items()))
    if arguments.json:
        print(json.dumps(summary(pairs, rows) | speeds))


if __name__ == "__main__":
    main()
