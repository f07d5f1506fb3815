"""Why a verdict is what it is: every piece of evidence, what it is worth, and what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treeplay import cwe
from treeplay.corpus.schema import Task
from treeplay.judge.calibration import load_calibration
from treeplay.judge.coverage import cover
from treeplay.judge.detector import Detector
from treeplay.judge.schema import Finding, Judgement
from treeplay.judge.weaknesses import merge, named

_SAID = {True: "passed", False: "failed"}


def explain(judgement: Judgement, task: Task, tools: Mapping[str, str], detectors: Sequence[Detector]) -> Iterator[str]:
    """Lines of plain text.

    Args:
        judgement: the verdict to explain.
        task: what was judged answers it.
        tools: names to versions of everything that the verdict depends on.
        detectors: those that were asked.
    """
    yield f"verdict: {judgement.verdict}, since {judgement.reason}"
    yield f"parsed: {'yes' if judgement.parsed else 'no'}"
    yield f"functional test: {_test(judgement.functional, task.functional_test)}"
    yield f"security test: {_test(judgement.secure, task.security_test)}"
    if task.cwe:
        yield f"looked for: {_looked_for(task, task.cwe, detectors)}"
    if not judgement.findings:
        yield "findings: none" + ("" if task.security_test else "; without a security test, silence proves nothing")
    for weakness in merge(judgement.findings):
        place = f"line {weakness.line}: " if weakness.line else ""
        yield f"weakness: {place}{weakness.cwe or 'no CWE'} {weakness.message}"
        for finding in weakness.findings:
            yield f"  {named(finding, weakness.cwe)}: {_worth(finding, task)}"
    yield "tools: " + ", ".join(f"{name} {version}" for name, version in sorted(tools.items()))


def _test(outcome: bool | None, test: str | None) -> str:
    if test is None:
        return "the task has none"
    return "not run" if outcome is None else _SAID[outcome]


def _looked_for(task: Task, kind: str, detectors: Sequence[Detector]) -> str:
    found = cover(kind, task.language, detectors)
    by = [f"{len(found.deciding)} rules that the judge counts"] if found.deciding else []
    by += ["the security test"] if task.security_test else []
    who = " and ".join(by) or "nothing, so that it cannot be found"
    doubted = f"; {len(found.doubted)} more rules are not counted" if found.doubted else ""
    return f"{kind} in {task.language} by {who}{doubted}"


def _worth(finding: Finding, task: Task) -> str:
    """What a finding weighs: is it of the task's weakness, and how often is its rule right?"""
    if task.cwe is None or finding.cwe is None or not cwe.same_family(task.cwe, finding.cwe):
        return f"not counted: the task is about {task.cwe or 'no weakness'}"
    calibration = load_calibration()
    rate = calibration.rate(finding)
    if rate is None:
        return "counted: nothing was learned of this detector"
    mean, low, high = (100 * value for value in (rate.mean, rate.low, rate.high))
    known = f"code on which it fires is vulnerable in {mean:.0f} % ({low:.0f} to {high:.0f})"
    overruled = ", overruled by the security test" if task.security_test else ""
    return f"{'counted' if calibration.counts(finding) else 'not counted'}: {known}{overruled}"
