"""SVEN's and SafeCoder's pairs, what detectors say of them, and the score of whoever chooses among the findings.

A chooser discriminates a pair if it flags the vulnerable function and not the fixed one. What a detector cannot read
counts as not flagged.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from treeplay import cwe
from treeplay.bench.statistics import wilson
from treeplay.corpus.readers import find_reader
from treeplay.corpus.schema import Task
from treeplay.judge.detector import BatchDetector, Detector, ScanError
from treeplay.judge.schema import Finding

GROUPS = {"python": "python", "javascript": "javascript", "go": "go", "c": "c", "cpp": "c"}
FILES = {
    "sven": ("sven/train.jsonl", "sven/val.jsonl"),
    "safecoder": ("safecoder/sec_new_train.jsonl", "safecoder/sec_new_val.jsonl"),
}

Scan = list[Finding] | None
"A program's findings; none if the detector could not read it."


@dataclass(frozen=True)
class Side:
    """One function of a pair, and what each detector says of it."""

    code: str
    scans: dict[str, Scan] = field(default_factory=dict)

    def findings(self) -> Iterable[Finding]:
        """Those of all detectors."""
        return (finding for scan in self.scans.values() for finding in scan or ())


@dataclass(frozen=True)
class Pair:
    """A vulnerable function and its fix."""

    language: str
    cwe: str
    repository: str
    is_val: bool
    vulnerable: Side
    fixed: Side

    @property
    def group(self) -> str:
        """The language as the tables name it."""
        return GROUPS[self.language]

    @property
    def family(self) -> str:
        """The family of its CWE, named after its first member."""
        return min(cwe.family(self.cwe))

    @property
    def sides(self) -> tuple[Side, Side]:
        """The vulnerable function and its fix."""
        return self.vulnerable, self.fixed


Chooser = Callable[[Pair, Finding], bool]
"Whether a finding counts, and for which pair it is asked."


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

    def shares(self) -> dict[str, Any]:
        """For a machine."""
        low, high = wilson(self.discriminated / self.n, self.n) if self.n else (0.0, 1.0)
        return {
            "discriminated": round(self.discriminated / max(self.n, 1), 4),
            "interval": [round(low, 4), round(high, 4)],
            "fixed_flagged": round(self.fixed / max(self.n, 1), 4),
            "vulnerable_flagged": round(self.vulnerable / max(self.n, 1), 4),
            "n": self.n,
        }


def read_pairs(data: Path) -> list[Pair]:
    """Every pair of both sets in our languages, each vulnerable function once."""
    pairs, seen = [], set()
    for reader, names in FILES.items():
        for name in names:
            for task in find_reader(reader)(data / name).tasks:
                before = "".join(f"{task.prefix}{task.vulnerable}".split())
                if task.language in GROUPS and task.cwe and before not in seen:
                    seen.add(before)
                    pairs.append(_pair(task, name))
    return pairs


def _pair(task: Task, file: str) -> Pair:
    repository = "/".join(task.source.split("://")[-1].split("/")[:3])
    sides = [Side(_code(task, completion or "")) for completion in (task.vulnerable, task.golden)]
    return Pair(task.language, task.cwe or "", repository, "val" in file, *sides)


def _code(task: Task, completion: str) -> str:
    """A method without its class begins with white space, which Python cannot read."""
    code = task.prefix + completion
    return textwrap.dedent(code) if task.language == "python" else code


def scan_all(pairs: Sequence[Pair], detectors: Iterable[Detector]) -> None:
    """Notes on each side what the detectors say."""
    for detector in detectors:
        mine = [pair for pair in pairs if pair.language in detector.languages]
        if isinstance(detector, BatchDetector):
            for language in sorted({pair.language for pair in mine}):
                codes = [side.code for pair in mine if pair.language == language for side in pair.sides]
                detector.prepare(codes, language)
        for pair in mine:
            for side in pair.sides:
                side.scans[detector.name] = scan(detector, side.code, pair.language)


def scan(detector: Detector, code: str, language: str) -> Scan:
    """What one detector says of one program."""
    try:
        return detector.scan(code, language)
    except ScanError:
        return None


def flagged(pair: Pair, side: Side, chooser: Chooser, *, matched: bool) -> bool:
    """Whether a side has a finding that counts; `matched`: of the pair's CWE family."""
    return any(
        chooser(pair, each) and (not matched or (each.cwe is not None and cwe.same_family(pair.cwe, each.cwe)))
        for each in side.findings()
    )


def score(pairs: Iterable[Pair], chooser: Chooser, *, matched: bool) -> Score:
    """The counts over some pairs."""
    result = Score()
    for pair in pairs:
        result.add(*(flagged(pair, side, chooser, matched=matched) for side in pair.sides))
    return result
