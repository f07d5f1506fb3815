"""Findings put together: what several detectors say of one line is one weakness, said more than once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from treeplay import cwe
from treeplay.judge.schema import Finding


@dataclass(frozen=True)
class Weakness:
    """One weakness, and every finding that reports it; they may differ in how they name it."""

    findings: tuple[Finding, ...]
    "At least one; the first is the one whose words are shown."

    @property
    def cwe(self) -> str | None:
        """As the first finding names it."""
        return self.findings[0].cwe

    @property
    def line(self) -> int | None:
        """Line of the judged program, from 1."""
        return self.findings[0].line

    @property
    def message(self) -> str:
        """The words of the first finding."""
        return self.findings[0].message

    @property
    def sources(self) -> str:
        """Who reports it: `bandit B608, rules py-sql-built`; a CWE is named where it is not the first one's."""
        return ", ".join(named(each, self.cwe) for each in self.findings)


def named(finding: Finding, kind: str | None) -> str:
    """Detector and rule, with the CWE where it is not `kind`."""
    return f"{finding.detector} {finding.rule}" + (f" as {finding.cwe}" if finding.cwe != kind else "")


def merge(findings: Iterable[Finding]) -> list[Weakness]:
    """The weaknesses that findings report, in the order of their lines; those without a line come first.

    Findings of one line and one CWE family are one weakness. A finding without a CWE is one of its own: nothing says
    that it means the same.

    >>> first, second = (Finding(detector=name, rule="r", cwe=f"CWE-{name}", line=3) for name in ("089", "943"))
    >>> [weakness.sources for weakness in merge([first, second])]
    ['089 r, 943 r as CWE-943']
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        kind: tuple[object, ...] = (
            (each.detector, each.rule) if each.cwe is None else tuple(sorted(cwe.family(each.cwe)))
        )
        groups.setdefault((each.line or 0, *kind), []).append(each)
    weaknesses = [Weakness(tuple(group)) for group in groups.values()]
    return sorted(weaknesses, key=lambda weakness: weakness.line or 0)
