"""`treeplay judge`: the verdict on one program, and what this system can judge at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from treeplay.corpus.schema import Task
    from treeplay.judge.detectors import Detector
    from treeplay.judge.schema import Judgement

app = typer.Typer(no_args_is_help=True, help="Judge a program; see what this system can judge.")

_FILE = typer.Argument(..., help="The whole program; `-` reads it from standard input.")
_TASK = typer.Option("", help="Run this task's tests on it.")
_SOURCE = typer.Option("builtin", help="Where the task is: as for `treeplay corpus list`.")
_CWE = typer.Option("", help="Without a task: the weakness to look for, like CWE-089.")
_LANGUAGE = typer.Option("", help="Without a task: the language; by the file's ending if not given.")
_UNSAFE = typer.Option(
    False, "--unsafe-no-sandbox", help="Run tests without isolation: the program may do whatever you may do."
)
_TRIALS = 30
_STYLES = {"secure": "green", "vulnerable": "red", "broken": "yellow", "unknown": "yellow"}


@app.command()
def run(
    file: Path = _FILE,
    task: str = _TASK,
    source: str = _SOURCE,
    cwe: str = _CWE,
    language: str = _LANGUAGE,
    as_json: bool = typer.Option(False, "--json", help="Print the judgement as one JSON object."),
    unsafe: bool = _UNSAFE,
) -> None:
    """Judge one program: secure, vulnerable, broken or unknown, with findings and the reason."""
    from treeplay.judge.judge import Judge, Program

    with Judge(workers=1, unsafe=unsafe) as judge:
        program = Program(_task(file, task, source, cwe, language), _text(file))
        (judgement,) = judge.judge([program])
    if as_json:
        typer.echo(judgement.model_dump_json())
    else:
        _print(judgement)


@app.command()
def explain(
    file: Path = _FILE,
    task: str = _TASK,
    source: str = _SOURCE,
    cwe: str = _CWE,
    language: str = _LANGUAGE,
    unsafe: bool = _UNSAFE,
) -> None:
    """Say why a program gets its verdict: each test, each finding and what its rule's word is worth.

    treeplay judge explain answer.py --cwe CWE-078
    """
    from treeplay.judge.explain import explain as reasons
    from treeplay.judge.judge import Judge, Program

    asked = _task(file, task, source, cwe, language)
    with Judge(workers=1, unsafe=unsafe) as judge:
        (judgement,) = judge.judge([Program(asked, _text(file))])
        for line in reasons(judgement, asked, judge.tools):
            typer.echo(line)


@app.command()
def doctor(
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."), unsafe: bool = _UNSAFE
) -> None:
    """Show what isolation the system gives, whose tests can be run, which detectors there are, and what each costs."""
    from rich.console import Console

    from treeplay.errors import SandboxError
    from treeplay.files import dump_json
    from treeplay.judge.detectors import load_detectors
    from treeplay.judge.toolchains import TOOLCHAINS

    toolchains = {
        language: each.version or f"{each.executable} is not installed" for language, each in TOOLCHAINS.items()
    }
    detectors = [_measured(detector) for detector in load_detectors()]
    refusal: SandboxError | None = None
    try:
        sandbox = _isolation(unsafe)
    except SandboxError as error:
        sandbox, refusal = {"refused": str(error)}, error
    if as_json:
        typer.echo(dump_json({"sandbox": sandbox, "toolchains": toolchains, "detectors": detectors}))
    else:
        console = Console(highlight=False, soft_wrap=True)
        for name, value in sandbox.items():
            console.print(f"sandbox {name}: {value}", markup=False)
        for language, version in toolchains.items():
            console.print(f"tests in {language}: {version}", markup=False)
        for each in detectors:
            console.print(f"detector {each['name']} {each['version']}: {', '.join(each['languages'])}, {each['ms']} ms")
    if refusal is not None:
        raise typer.Exit(refusal.exit_code)


def _task(file: Path, wanted: str, source: str, cwe: str, language: str) -> Task:
    """The task that the file as a whole answers."""
    from treeplay import cwe as cwes
    from treeplay.corpus import load
    from treeplay.corpus.layout import EXTENSIONS
    from treeplay.corpus.schema import Task
    from treeplay.errors import ConfigError, unknown_name

    if wanted:
        tasks = {each.id: each for each in load(source)}
        if wanted not in tasks:
            raise unknown_name("task", wanted, tasks)
        return tasks[wanted].model_copy(update={"setup": "", "prefix": "", "suffix": ""})
    by_ending = {f".{ending}": name for name, ending in EXTENSIONS.items()}
    name = language or by_ending.get(file.suffix, "python")
    if name not in EXTENSIONS:
        raise unknown_name("language", name, EXTENSIONS)
    try:
        known_cwe = cwes.normalise(cwe) if cwe else None
    except ValueError as error:
        raise ConfigError(f"--cwe: {error}") from error
    return Task.model_validate({"id": str(file), "language": name, "cwe": known_cwe, "instruction": ""})


def _text(file: Path) -> str:
    import sys

    from treeplay.errors import DataError

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise DataError(f"{file}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 ({error.reason} at byte {error.start})") from error


def _print(judgement: Judgement) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(judgement.verdict, style=f"bold {_STYLES[judgement.verdict]}"), Text(judgement.reason))
    for each in judgement.findings:
        place = f"line {each.line}: " if each.line else ""
        console.print(Text(f"  {place}{each.cwe or 'no CWE'} {each.message} ({each.detector} {each.rule})"))


def _measured(detector: Detector) -> dict[str, Any]:
    import time
    from contextlib import suppress

    from treeplay.judge.detectors import ScanError

    code = "import os\n\n\ndef remove(name):\n    if name:\n        os.system('rm ' + name)\n    return len(name)\n"
    language = "python" if "python" in detector.languages else min(detector.languages)
    started = time.perf_counter()
    for _ in range(_TRIALS):
        with suppress(ScanError):  # the snippet is Python: a detector of other languages takes its time to say so
            detector.scan(code, language)
    ms = (time.perf_counter() - started) / _TRIALS * 1000
    languages = sorted(detector.languages)
    return {"name": detector.name, "version": detector.version, "languages": languages, "ms": round(ms, 2)}


def _isolation(unsafe: bool) -> dict[str, Any]:
    from dataclasses import asdict
    from statistics import median

    from treeplay.judge.sandbox import Sandbox

    files = {
        "program.py": "def double(x):\n    return 2 * x\n",
        "test.py": "import program\nassert program.double(2) == 4",
    }
    with Sandbox(unsafe=unsafe) as sandbox:
        times = [sandbox.run_python(files, "test.py").wall_s * 1000 for _ in range(_TRIALS)]
        return asdict(sandbox.isolation) | {"median_ms": round(median(times), 1), "max_ms": round(max(times), 1)}
