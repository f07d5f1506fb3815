"""What `treeplay judge doctor` finds out and shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from treeplay.corpus.schema import Task
    from treeplay.errors import SandboxError
    from treeplay.judge.coverage import Cover
    from treeplay.judge.detector import Detector

_TRIALS = 30


@dataclass(frozen=True)
class System:
    """What the judge has to work with here."""

    sandbox: dict[str, Any]
    refusal: SandboxError | None
    "Why tests cannot be run; none if they can."
    toolchains: dict[str, str]
    detectors: list[dict[str, Any]]
    optional: dict[str, str]
    "Versions of the optional detectors, or what is missing."
    coverage: list[Cover]

    def as_json(self) -> dict[str, Any]:
        """As `--json` prints it."""
        return {
            "sandbox": self.sandbox,
            "toolchains": self.toolchains,
            "detectors": self.detectors,
            "optional": self.optional,
            "coverage": [asdict(each) | {"blind": each.blind} for each in self.coverage],
        }


def examine_system(names: Sequence[str], *, unsafe: bool) -> System:
    """Tries everything out.

    Args:
        names: of the detectors to take.
        unsafe: run tests without isolation.
    """
    from treeplay.corpus import load
    from treeplay.errors import SandboxError
    from treeplay.judge.coverage import table
    from treeplay.judge.detectors import load_detectors
    from treeplay.judge.toolchains import TOOLCHAINS

    detectors, tasks = load_detectors(names), load("builtin")
    refusal: SandboxError | None = None
    try:
        sandbox = _isolation(unsafe)
    except SandboxError as error:
        sandbox, refusal = {"refused": str(error)}, error
    return System(
        sandbox=sandbox,
        refusal=refusal,
        toolchains={name: each.version or f"{each.executable} is not installed" for name, each in TOOLCHAINS.items()},
        detectors=[_measured(detector, tasks) for detector in detectors],
        optional=_optional(),
        coverage=table(tasks, detectors),
    )


def print_report(system: System) -> None:
    """Prints it for a person."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    for name, value in system.sandbox.items():
        console.print(f"sandbox {name}: {value}", markup=False)
    for language, version in system.toolchains.items():
        console.print(f"tests in {language}: {version}", markup=False)
    for each in system.detectors:
        languages = ", ".join(f"{language} {ms} ms" for language, ms in each["ms"].items())
        console.print(f"detector {each['name']} {each['version']}: {languages} a program", markup=False)
    for name, state in system.optional.items():
        console.print(f"optional detector {name}: {state}", markup=False)
    _print_coverage(system.coverage, console)


def _print_coverage(coverage: Iterable[Cover], console: Console) -> None:
    from rich.table import Table

    cells = {(each.cwe, each.language): each for each in coverage}
    languages = sorted({language for _, language in cells})
    table = Table(title="rules that decide + tasks with a test; - where the built-in corpus has no task")
    table.add_column("weakness")
    for language in languages:
        table.add_column(language, justify="right")
    for kind in dict.fromkeys(kind for kind, _ in cells):
        table.add_row(kind, *(_cell(cells.get((kind, language))) for language in languages))
    console.print(table)
    for language in languages:
        blind = [kind for (kind, of), each in cells.items() if of == language and each.blind]
        if blind:
            console.print(f"blind without a test in {language}: {', '.join(blind)}")


def _cell(cover: Cover | None) -> str:
    return f"{len(cover.deciding)} + {cover.tests}" if cover else "-"


def _optional() -> dict[str, str]:
    from treeplay.errors import ConfigError
    from treeplay.judge.detectors import OPTIONAL

    found = {}
    for name, make in OPTIONAL.items():
        try:
            found[name] = make().version
        except ConfigError as error:
            found[name] = str(error)
    return found


def _measured(detector: Detector, tasks: Sequence[Task]) -> dict[str, Any]:
    """A detector's name, version and milliseconds a program in each language, read together where it can."""
    languages = sorted(detector.languages)
    ms = {language: _cost_ms(detector, language, tasks) for language in languages}
    return {"name": detector.name, "version": detector.version, "languages": languages, "ms": ms}


def _cost_ms(detector: Detector, language: str, tasks: Sequence[Task]) -> float:
    import time
    from contextlib import suppress

    from treeplay.judge.detector import BatchDetector, ScanError

    programs = [task.program(task.golden) for task in tasks if task.language == language][:_TRIALS]
    started = time.perf_counter()
    if isinstance(detector, BatchDetector):
        detector.prepare(programs, language)
    for program in programs:
        with suppress(ScanError):
            detector.scan(program, language)
    return round((time.perf_counter() - started) / max(1, len(programs)) * 1000, 2)


def _isolation(unsafe: bool) -> dict[str, Any]:
    from statistics import median

    from treeplay.judge.sandbox import Sandbox

    files = {
        "program.py": "def double(x):\n    return 2 * x\n",
        "test.py": "import program\nassert program.double(2) == 4",
    }
    with Sandbox(unsafe=unsafe) as sandbox:
        times = [sandbox.run_python(files, "test.py").wall_s * 1000 for _ in range(_TRIALS)]
        return asdict(sandbox.isolation) | {"median_ms": round(median(times), 1), "max_ms": round(max(times), 1)}
