from __future__ import annotations

import pytest

from treeplay.corpus.schema import Task
from treeplay.judge.coverage import cover, table
from treeplay.judge.detector import CoveringDetector
from treeplay.judge.detectors import load_detectors
from treeplay.judge.schema import Finding

DETECTORS = load_detectors()


class Silent:
    """A detector of somebody else that does not tell its rules."""

    name, version, languages = "silent", "1", frozenset({"python"})

    def scan(self, code: str, language: str) -> list[Finding]:
        return []


class Told(Silent):
    """One that does; nothing was learned of it, so its word counts."""

    name = "told"

    def rules(self, language: str) -> dict[str, str]:
        return {"T1": "CWE-943", "T2": "CWE-079"}


def test_default_detectors_tell_their_rules() -> None:
    assert all(isinstance(each, CoveringDetector) for each in DETECTORS)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: each.name)
def test_rules_tell_the_cwe_that_findings_then_have(detector: CoveringDetector) -> None:
    code = "import os, yaml, hashlib\n\n\ndef f(name):\n    os.system('rm ' + name)\n    yaml.load(name)\n    eval(name)\n    hashlib.md5(name)\n"
    found = detector.scan(code, "python")
    rules = detector.rules("python")
    assert found
    assert {(each.rule, each.cwe) for each in found} <= rules.items()


def test_cover_tells_rules_that_count_from_those_that_do_not() -> None:
    found = cover("CWE-089", "python", DETECTORS)
    assert "bandit B608" in found.doubted
    assert any(each.startswith("rules py-sql") for each in found.deciding)
    assert not found.blind


def test_cover_goes_by_family_and_language() -> None:
    assert cover("CWE-089", "python", [Told()]).deciding == ("told T1",)
    assert cover("CWE-089", "go", [Told()]).blind
    assert cover("CWE-434", "python", [Told()]).blind


def test_cover_detector_that_does_not_tell_its_rules_covers_nothing() -> None:
    assert cover("CWE-089", "python", [Silent()]).blind


def test_table_has_a_row_a_weakness_and_language_and_counts_tests() -> None:
    tasks = [
        Task(id="a", cwe="CWE-943", instruction="", security_test="x"),
        Task(id="b", cwe="CWE-943", instruction="", security_test="x"),
        Task(id="c", cwe="CWE-022", instruction="", language="go"),
        Task(id="d", instruction="no weakness"),
    ]
    rows = table(tasks, [Told()])
    assert [(each.cwe, each.language, each.tests, each.blind) for each in rows] == [
        ("CWE-022", "go", 0, True),
        ("CWE-943", "python", 2, False),
    ]
