"""What the judge looks for: which rules decide on a weakness in a language, which tests do, and where it is blind.

A rule decides if the judge counts its findings (see `calibration`); the others are noise to it. Weaknesses are compared
by CWE family, as everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from treeplay import cwe
from treeplay.corpus.schema import Task
from treeplay.judge.calibration import load_calibration
from treeplay.judge.detector import CoveringDetector, Detector
from treeplay.judge.schema import Finding


@dataclass(frozen=True)
class Cover:
    """Who looks for one weakness in one language."""

    cwe: str
    language: str
    deciding: tuple[str, ...] = ()
    "Rules that the judge counts, as `detector rule`."
    doubted: tuple[str, ...] = ()
    "Rules that it does not count: they fire on fixed code too often, or nothing tells that they do not."
    tests: int = 0
    "Tasks whose security test looks for it."

    @property
    def blind(self) -> bool:
        """Whether no rule decides: only a task's own security test can tell."""
        return not self.deciding


def cover(kind: str, language: str, detectors: Iterable[Detector], *, tests: int = 0) -> Cover:
    """Who looks for a weakness in a language. A detector that does not tell its rules is taken to look for nothing."""
    calibration = load_calibration()
    deciding: list[str] = []
    doubted: list[str] = []
    for detector in detectors:
        if language in detector.languages and isinstance(detector, CoveringDetector):
            for rule, of in detector.rules(language).items():
                if cwe.same_family(kind, of):
                    counted = calibration.counts(Finding(detector=detector.name, rule=rule, cwe=of))
                    (deciding if counted else doubted).append(f"{detector.name} {rule}")
    return Cover(kind, language, tuple(deciding), tuple(doubted), tests)


def table(tasks: Iterable[Task], detectors: Sequence[Detector]) -> list[Cover]:
    """A cover for every weakness that the tasks invite, in each of their languages; by CWE, then language."""
    tests: Counter[tuple[str, str]] = Counter()
    for task in tasks:
        if task.cwe:
            tests[task.cwe, task.language] += task.security_test is not None
    return [
        cover(kind, language, detectors, tests=tests[kind, language]) for kind, language in sorted(tests, key=_place)
    ]


def _place(cell: tuple[str, str]) -> tuple[int, str]:
    return int(cell[0].removeprefix("CWE-")), cell[1]
