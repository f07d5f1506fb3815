"""Judged programs as a SARIF 2.1.0 log: one result a weakness, for viewers and for code-scanning services.

Treeplay is the tool; each detector is an extension of it with its version and the rules that fired. A weakness that a
failed security test proves is an error; one that only detectors report is a warning, whatever the verdict. Programs are
generated and lie in no file, so the log carries the text of those that it speaks of.

Source: OASIS SARIF 2.1.0.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from treeplay import __version__
from treeplay.judge.schema import Finding, Judgement
from treeplay.judge.weaknesses import Weakness, merge

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TEST = "security-test"


@dataclass(frozen=True)
class Judged:
    """One program and what was found."""

    uri: str
    "A URI reference that names the program in the log; nothing need lie there."
    text: str
    cwe: str | None
    "The weakness that the task is about."
    judgement: Judgement


def sarif_log(programs: Iterable[Judged], tools: Mapping[str, str]) -> dict[str, Any]:
    """The log, as JSON values.

    Args:
        programs: in the order of the log; those without any weakness are listed as read.
        tools: names to versions of everything that the verdicts depend on.
    """
    rules = _Rules(tools)
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    for index, program in enumerate(programs):
        found = [rules.result(weakness, program, index) for weakness in _weaknesses(program)]
        artifacts.append(_artifact(program, with_text=bool(found)))
        results += found
    run = {
        "tool": rules.tool(),
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": artifacts,
        "results": results,
        "properties": {"tools": dict(tools)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _weaknesses(program: Judged) -> list[Weakness]:
    """What the security test proved, then what detectors report."""
    judgement = program.judgement
    proven = []
    if judgement.secure is False:
        rule = f"{_TEST}-{program.cwe or 'none'}"
        proven = [Weakness((Finding(detector="treeplay", rule=rule, cwe=program.cwe, message=judgement.reason),))]
    return proven + merge(judgement.findings)


class _Rules:
    """The detectors and rules of a log, numbered as they first appear."""

    def __init__(self, tools: Mapping[str, str]) -> None:
        self._tools = tools
        self._rules: dict[str, dict[str, dict[str, Any]]] = {"treeplay": {}}

    def tool(self) -> dict[str, Any]:
        own, *extensions = (
            {"name": name, **self._version(name), "rules": list(rules.values())} for name, rules in self._rules.items()
        )
        return {"driver": own} | ({"extensions": extensions} if extensions else {})

    def _version(self, name: str) -> dict[str, str]:
        version = __version__ if name == "treeplay" else self._tools.get(name) or self._tools.get(f"sarif:{name}")
        return {"version": version} if version else {}

    def result(self, weakness: Weakness, program: Judged, index: int) -> dict[str, Any]:
        first, *others = weakness.findings
        also = f" Also reported by: {', '.join(f'{each.detector} {each.rule}' for each in others)}." if others else ""
        place: dict[str, Any] = {"artifactLocation": {"uri": program.uri, "index": index}}
        if first.line:
            place["region"] = {"startLine": first.line}
        return {
            "ruleId": first.rule,
            "rule": self._reference(first),
            "level": "error" if first.detector == "treeplay" else "warning",
            "message": {"text": (first.message or first.rule) + also},
            "locations": [{"physicalLocation": place}],
            "properties": {
                "cwe": weakness.cwe,
                "verdict": program.judgement.verdict,
                "findings": [each.model_dump(exclude={"line", "message"}) for each in weakness.findings],
            },
        }

    def _reference(self, finding: Finding) -> dict[str, Any]:
        known = self._rules.setdefault(finding.detector, {})
        known.setdefault(finding.rule, _rule(finding))
        reference: dict[str, Any] = {"id": finding.rule, "index": list(known).index(finding.rule)}
        number = list(self._rules).index(finding.detector) - 1
        return reference if number < 0 else reference | {"toolComponent": {"name": finding.detector, "index": number}}


def _rule(finding: Finding) -> dict[str, Any]:
    text = finding.message or finding.rule
    if finding.detector == "treeplay":
        text = "The task's security test failed: it attacks the program, and the attack succeeded."
    tags = ["security"]
    if finding.cwe:
        number = finding.cwe.removeprefix("CWE-")
        tags += [finding.cwe, f"external/cwe/cwe-{number}"]
    return {"id": finding.rule, "shortDescription": {"text": text}, "properties": {"tags": tags}}


def _artifact(program: Judged, *, with_text: bool) -> dict[str, Any]:
    data = program.text.encode("utf-8", "replace")
    artifact: dict[str, Any] = {
        "location": {"uri": program.uri},
        "hashes": {"sha-256": hashlib.sha256(data).hexdigest()},
    }
    return artifact | ({"contents": {"text": data.decode("utf-8")}} if with_text else {})
