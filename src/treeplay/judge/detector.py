"""What a static detector is: something that reports weaknesses by reading code.

A package of one's own adds one; see `treeplay.judge.detectors`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from treeplay.judge.schema import Finding


class ScanError(Exception):
    """A detector could not read a program, or not all of it: its silence says nothing."""


class BreakdownError(ScanError):
    """A detector failed for a reason that is not the program's, such as a full disk: another time it may read it."""


class Detector(Protocol):
    """Something that reports weaknesses by reading code."""

    @property
    def name(self) -> str:
        """Unique, as findings carry it."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever its findings may."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it can read."""
        ...

    def scan(self, code: str, language: str) -> list[Finding]:
        """The weaknesses of a program, in the order of its lines; comments in the code have no effect on them.

        Raises:
            ScanError: it could not be read as a whole; never an empty list in that case.
        """
        ...


@runtime_checkable
class BatchDetector(Detector, Protocol):
    """A detector to which many programs at once cost less than one after another."""

    def prepare(self, codes: Sequence[str], language: str) -> None:
        """Told which programs `scan` will be asked about soon; what it cannot read is for `scan` to say."""
        ...


@runtime_checkable
class CoveringDetector(Detector, Protocol):
    """A detector that tells what it looks for."""

    def rules(self, language: str) -> Mapping[str, str]:
        """The CWE of each of its rules for a language; rules that name none are left out."""
        ...
