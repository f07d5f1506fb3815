"""The static detectors that Treeplay knows, by name, and those of installed packages.

A package of one's own adds a detector by an entry point of the group `treeplay.detectors`, whose value is a
callable without arguments that returns one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

from treeplay.errors import ConfigError, unknown_name
from treeplay.judge.detector import Detector

GROUP = "treeplay.detectors"


def _bandit() -> Detector:
    from treeplay.judge.bandit_detector import BanditDetector  # noqa: PLC0415 (loading it takes 0.2 s)

    return BanditDetector()


def _ruff() -> Detector:
    from treeplay.judge.ruff_detector import ruff_detector  # noqa: PLC0415 (only where it is asked for)

    return ruff_detector()


def _rules() -> Detector:
    from treeplay.judge.rules_detector import RulesDetector  # noqa: PLC0415 (reads all rules)

    return RulesDetector()


def _semgrep() -> Detector:
    from treeplay.judge.semgrep_detector import semgrep_detector  # noqa: PLC0415 (optional)

    return semgrep_detector()


def _cppcheck() -> Detector:
    from treeplay.judge.cppcheck_detector import cppcheck_detector  # noqa: PLC0415 (optional)

    return cppcheck_detector()


def _eslint() -> Detector:
    from treeplay.judge.eslint_detector import eslint_detector  # noqa: PLC0415 (optional)

    return eslint_detector()


def _gcc() -> Detector:
    from treeplay.judge.gcc_detector import gcc_detector  # noqa: PLC0415 (optional)

    return gcc_detector()


def _sarif(path: str) -> Detector:
    from treeplay.judge.sarif_detector import SarifDetector  # noqa: PLC0415 (optional)

    return SarifDetector(Path(path))


DETECTORS: dict[str, Callable[[], Detector]] = {"bandit": _bandit, "ruff": _ruff, "rules": _rules}
"The default: they come with Treeplay, so that a verdict is the same everywhere."

OPTIONAL: dict[str, Callable[[], Detector]] = {
    "semgrep": _semgrep,
    "cppcheck": _cppcheck,
    "eslint": _eslint,
    "gcc-analyzer": _gcc,
}
"Used only where they are named, installed or not: what happens to be installed must not change a verdict."

_DEFAULT, _SARIF = "default", "sarif:"


def load_detectors(names: Iterable[str] | None = None) -> list[Detector]:
    """The detectors of the given names.

    Args:
        names: `default` stands for ours and those of installed packages, and is what is loaded without names;
            `sarif:FILE` for the results that a tool left in a file.

    Raises:
        ConfigError: there is no detector of a name, its tool is not installed, or it cannot be loaded.
        DataError: the file of a `sarif:` cannot be read.
    """
    default = {point.name: _outside(point.name, point.load) for point in entry_points(group=GROUP)} | DETECTORS
    known = OPTIONAL | default
    wanted: dict[str, Callable[[], Detector]] = {}
    for name in (_DEFAULT,) if names is None else names:
        if name == _DEFAULT:
            wanted |= {each: default[each] for each in sorted(default)}
        elif name.startswith(_SARIF):
            wanted[name] = partial(_sarif, name.removeprefix(_SARIF))
        elif name in known:
            wanted[name] = known[name]
        else:
            raise unknown_name("detector", name, {*known, _DEFAULT, f"{_SARIF}FILE"})
    return [make() for make in wanted.values()]


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
