"""Static detectors behind one small protocol, and the table of those that Treeplay knows.

A package of one's own adds a detector by an entry point of the group `treeplay.detectors`, whose value is a
callable without arguments that returns one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from treeplay.errors import ConfigError, unknown_name
from treeplay.judge.schema import Finding

GROUP = "treeplay.detectors"


class ScanError(Exception):
    """A detector could not read a program, or not all of it: its silence says nothing."""


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


def _bandit() -> Detector:
    from treeplay.judge.bandit_detector import BanditDetector  # noqa: PLC0415 (loading it takes 0.2 s)

    return BanditDetector()


def _ruff() -> Detector:
    from treeplay.judge.ruff_detector import RuffDetector  # noqa: PLC0415 (only where it is asked for)

    return RuffDetector()


def _rules() -> Detector:
    from treeplay.judge.rules_detector import RulesDetector  # noqa: PLC0415 (reads all rules)

    return RulesDetector()


DETECTORS: dict[str, Callable[[], Detector]] = {"bandit": _bandit, "ruff": _ruff, "rules": _rules}


def load_detectors(names: Iterable[str] | None = None) -> list[Detector]:
    """The detectors of the given names, or all: ours and those of installed packages.

    Raises:
        ConfigError: there is no detector of a name, or an installed one cannot be loaded.
    """
    known = {point.name: _outside(point.name, point.load) for point in entry_points(group=GROUP)} | DETECTORS
    wanted = sorted(known) if names is None else list(names)
    for name in wanted:
        if name not in known:
            raise unknown_name("detector", name, known)
    return [known[name]() for name in wanted]


def _outside(name: str, load: Callable[[], Callable[[], Detector]]) -> Callable[[], Detector]:
    def make() -> Detector:
        try:
            return load()()
        except Exception as error:  # a stranger's code: anything can happen
            raise ConfigError(
                f"the detector {name!r} of an installed package cannot be loaded ({type(error).__name__}: {error}); "
                f"mend or uninstall the package that has it in the entry-point group {GROUP}"
            ) from error

    return make
