"""`treeplay judge`: the verdict on one program, and what this system can judge at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treeplay.corpus.schema import Task
    from treeplay.judge.judge import Program
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
DETECTORS = typer.Option(
    "default",
    "--detectors",
    help="Names with commas: `default` (bandit, ruff, rules), semgrep, cppcheck, eslint, gcc-analyzer, sarif:FILE.",
)
_STYLES = {"secure": "green", "vulnerable": "red", "broken": "yellow", "unknown": "yellow"}


@app.command()
def run(
    file: Path = _FILE,
    *,
    task: str = _TASK,
    source: str = _SOURCE,
    cwe: str = _CWE,
    language: str = _LANGUAGE,
    detectors: str = DETECTORS,
    sarif: Path | None = typer.Option(None, "--sarif", help="Write the weaknesses to this file as SARIF 2.1.0."),
    as_json: bool = typer.Option(False, "--json", help="Print the judgement as one JSON object."),
    unsafe: bool = _UNSAFE,
) -> None:
    """Judge one program: secure, vulnerable, broken or unknown, with findings and the reason.

    Takes a whole program and, with --task, runs that task's tests on it; exit code 0 whatever the verdict.

        treeplay judge run answer.py --cwe CWE-078 --sarif answer.sarif

    Several detectors that report one weakness on a line are named together. Optional detectors take part only where
    they are named, and what another tool found can be read from its SARIF file:

        treeplay judge run answer.c --cwe CWE-787 --detectors default,cppcheck,sarif:codeql.sarif

    Next: `treeplay judge explain` says why.
    """
    from treeplay.judge.judge import Judge, Program

    with Judge(workers=1, unsafe=unsafe, detectors=names(detectors)) as judge:
        program = Program(_task(file, task, source, cwe, language), _text(file))
        (judgement,) = judge.judge([program])
        if sarif:
            _write_sarif(sarif, file, program, judgement, judge.tools)
    if as_json:
        typer.echo(judgement.model_dump_json())
    else:
        _print(judgement)
        if not program.task.cwe and any(finding.cwe for finding in judgement.findings):
            typer.echo("no weakness was asked about, so that none of these decides: name it by --cwe")


@app.command()
def explain(
    file: Path = _FILE,
    task: str = _TASK,
    source: str = _SOURCE,
    cwe: str = _CWE,
    language: str = _LANGUAGE,
    detectors: str = DETECTORS,
    unsafe: bool = _UNSAFE,
) -> None:
    """Say why a program gets its verdict: each test, each finding and what its rule's word is worth.

    Takes what `judge run` takes.

        treeplay judge explain answer.py --cwe CWE-078

    Next: `treeplay judge doctor` shows where no rule decides.
    """
    from treeplay.judge.explain import explain as reasons
    from treeplay.judge.judge import Judge, Program
    from treeplay.tree.show import visible

    asked = _task(file, task, source, cwe, language)
    with Judge(workers=1, unsafe=unsafe, detectors=names(detectors)) as judge:
        (judgement,) = judge.judge([Program(asked, _text(file))])
        for line in reasons(judgement, asked, judge.tools, judge.detectors):
            typer.echo(visible(line))


@app.command()
def doctor(
    detectors: str = DETECTORS,
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    unsafe: bool = _UNSAFE,
) -> None:
    """Show what this system can isolate, run and detect, what each detector costs, and where the judge is blind.

    The table has a row a weakness of the built-in corpus: how many rules decide on it in a language, and how many
    tasks have a test for it. Where no rule decides, only a task's own security test tells.

        treeplay judge doctor --detectors default,semgrep

    Exit code 5 if tests cannot be isolated here. Next: install what the table says is missing.
    """
    from treeplay.cli import doctor as report
    from treeplay.files import dump_json

    found = report.examine_system(names(detectors), unsafe=unsafe)
    if as_json:
        typer.echo(dump_json(found.as_json()))
    else:
        report.print_report(found)
    if found.refusal is not None:
        raise typer.Exit(found.refusal.exit_code)


def names(detectors: str) -> list[str]:
    """The detectors of an option's text."""
    return [name.strip() for name in detectors.split(",") if name.strip()]


def _write_sarif(path: Path, file: Path, program: Program, judgement: Judgement, tools: Mapping[str, str]) -> None:
    from treeplay.files import write_json
    from treeplay.judge.sarif import Judged, sarif_log

    write_json(path, sarif_log([Judged(_uri(file), program.text, program.task.cwe, judgement)], tools))


def _uri(file: Path) -> str:
    """A file's place as SARIF has it: relative where it lies below the working folder."""
    from urllib.parse import quote

    if str(file) == "-":
        return "standard-input"
    place, here = file.resolve(), Path.cwd()
    return quote(place.relative_to(here).as_posix()) if place.is_relative_to(here) else place.as_uri()


def _task(file: Path, wanted: str, source: str, cwe: str, language: str) -> Task:
    """The task that the file as a whole answers."""
    from treeplay import cwe as cwes
    from treeplay.corpus import load
    from treeplay.corpus.layout import EXTENSIONS
    from treeplay.corpus.readers.languages import language_named
    from treeplay.corpus.schema import Task
    from treeplay.errors import ConfigError, unknown_name

    if wanted:
        tasks = {each.id: each for each in load(source)}
        if wanted not in tasks:
            raise unknown_name("task", wanted, tasks)
        return tasks[wanted].model_copy(update={"setup": "", "prefix": "", "suffix": ""})
    name = language or (language_named(file.suffix) if file.suffix else "python")
    if name is None:
        raise ConfigError(f"{file}: its ending names no language that the judge reads; give --language")
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

    from treeplay.judge.weaknesses import merge
    from treeplay.tree.show import visible

    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(judgement.verdict, style=f"bold {_STYLES[judgement.verdict]}"), Text(visible(judgement.reason)))
    for each in merge(judgement.findings):
        place = f"line {each.line}: " if each.line else ""
        console.print(Text(visible(f"  {place}{each.cwe or 'no CWE'} {each.message} ({each.sources})")))
