"""Gathers the evidence about one program: parses it, reads it with the detectors, runs its task's tests."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from treeplay import cwe
from treeplay.corpus.schema import Task
from treeplay.judge.calibration import load_calibration
from treeplay.judge.deletion import keeps_work
from treeplay.judge.detector import BreakdownError, Detector, ScanError
from treeplay.judge.sandbox import RunResult
from treeplay.judge.schema import Finding, Judgement
from treeplay.judge.verdict import Evidence, TestOutcome, decide
from treeplay.syntax.languages import has_grammar, parses

MAX_CHARS = 100_000
"A program longer than this is not judged: no task asks for one, and parsers are not made for hostile giants."

RunTest = Callable[[str, str, str], RunResult]
"`toolchains.run_test` in some sandbox: language, program and test to result."

_READING = threading.Lock()  # reading code changes the interpreter's warning filters, which all threads share
_NO_CODE = frozenset({"", "pass", "..."})
_COMMENT_MARKS = ("#", "//")


@dataclass(frozen=True)
class Program:
    """An answer to a task."""

    task: Task
    completion: str

    @property
    def text(self) -> str:
        """The whole program, with the line ends that all who read it count alike."""
        return self._lines_ended(self.task.program(self.completion))

    @property
    def is_empty(self) -> bool:
        """Whether the completion holds nothing but comments and `pass`."""
        lines = (line.strip() for line in self.completion.splitlines())
        return all(line in _NO_CODE or line.startswith(_COMMENT_MARKS) for line in lines)

    @property
    def lines(self) -> range:
        """The lines of the whole program, from 1, that the completion stands in."""
        before = self._lines_ended(self.task.setup + self.task.prefix)
        own = self._lines_ended(self.completion)
        first = before.count("\n") + 1
        return range(first, first + own.count("\n") + (not own.endswith("\n")))

    def _lines_ended(self, code: str) -> str:
        """Python ends a line at a carriage return too, and so do the tools that read it."""
        return re.sub(r"\r\n?", "\n", code) if self.task.language == "python" else code


@dataclass(frozen=True)
class _Scan:
    findings: tuple[Finding, ...]
    problem: str
    broke_down: bool


@dataclass(frozen=True)
class _Test:
    outcome: TestOutcome
    detail: str = ""

    @property
    def passed(self) -> bool | None:
        return {"passed": True, "failed": False}.get(self.outcome)


def examine(program: Program, detectors: Iterable[Detector], run_test: RunTest) -> Judgement:
    """Judges one program.

    Args:
        program: the answer and its task.
        detectors: read it, if they know its language.
        run_test: runs a test in a sandbox; called only for tasks with tests.
    """
    text, task = program.text, program.task
    if len(text) > MAX_CHARS:
        reason = f"the program is too long to judge ({len(text)} characters; at most {MAX_CHARS})"
        return Judgement(verdict="unknown", parsed=False, reason=reason)
    if not has_grammar(task.language):
        reason = f"Treeplay cannot read {task.language}"
        return Judgement(verdict="unknown", parsed=False, reason=reason)
    parsed = _parses(text, task.language)
    if not parsed or program.is_empty:
        ruling = decide(Evidence(parsed=parsed, empty=program.is_empty))
        return Judgement(verdict=ruling.verdict, parsed=parsed, reason=ruling.reason)
    return _examine_readable(program, detectors, run_test)


def _examine_readable(program: Program, detectors: Iterable[Detector], run_test: RunTest) -> Judgement:
    task = program.task
    scan = _scan(program, detectors)
    functional = _test(program.text, task.functional_test, task.language, run_test)
    security = _Test("absent")
    if functional.outcome in ("passed", "absent"):  # else broken or unknown, whatever it would say
        security = _test(program.text, task.security_test, task.language, run_test)
    mine = [each for each in scan.findings if _is_own(each, task)]
    believed = sum(load_calibration().counts(each) for each in mine)
    ruling = decide(
        Evidence(
            functional=functional.outcome,
            security=security.outcome,
            own_findings=believed,
            doubted_findings=len(mine) - believed,
            unread=scan.problem,
            emptied=functional.outcome == "absent" and not keeps_work(task, program.completion),
            problem=security.detail or functional.detail,
        )
    )
    return Judgement(
        verdict=ruling.verdict,
        parsed=True,
        functional=functional.passed,
        secure=security.passed,
        findings=scan.findings,
        reason=ruling.reason,
        final="unrun" not in (functional.outcome, security.outcome) and not scan.broke_down,
    )


def _is_own(finding: Finding, task: Task) -> bool:
    return bool(task.cwe and finding.cwe and cwe.same_family(task.cwe, finding.cwe))


def _parses(text: str, language: str) -> bool:
    with _READING:
        return parses(text, language)


def _scan(program: Program, detectors: Iterable[Detector]) -> _Scan:
    """Findings in the completion; what was given is not the answer's fault."""
    findings: list[Finding] = []
    problem, broke_down = "", False
    for detector in detectors:
        if program.task.language not in detector.languages:
            continue
        try:
            with _READING, warnings.catch_warnings():
                warnings.simplefilter("ignore")  # invalid escapes in generated code are not our user's concern
                findings += detector.scan(program.text, program.task.language)
        except ScanError as error:
            problem, broke_down = str(error), broke_down or isinstance(error, BreakdownError)
    mine = program.lines
    return _Scan(tuple(each for each in findings if each.line is None or each.line in mine), problem, broke_down)


def _test(program: str, test: str | None, language: str, run_test: RunTest) -> _Test:
    if test is None:
        return _Test("absent")
    result = run_test(language, program, test)
    if result.outcome == "infrastructure":
        result = run_test(language, program, test)
    if result.outcome == "infrastructure":
        return _Test("unrun", result.detail)
    return _Test("passed") if result.outcome == "passed" else _Test("failed", _last_line(result.detail))


def _last_line(detail: str) -> str:
    lines = [line for line in detail.splitlines() if line.strip()]
    return lines[-1].strip()[:300] if lines else "no reason given"
