from __future__ import annotations

from treeplay.judge.schema import Finding
from treeplay.judge.weaknesses import merge


def found(detector: str, cwe: str | None, line: int | None, rule: str = "r") -> Finding:
    return Finding(detector=detector, rule=rule, cwe=cwe, line=line, message=f"{detector} says so")


def test_merge_one_line_and_family_is_one_weakness_that_keeps_who_calls_it_what() -> None:
    (weakness,) = merge([found("bandit", "CWE-089", 3), found("ruff", "CWE-089", 3), found("semgrep", "CWE-943", 3)])
    assert (weakness.cwe, weakness.line, weakness.message) == ("CWE-089", 3, "bandit says so")
    assert weakness.sources == "bandit r, ruff r, semgrep r as CWE-943"
    assert len(weakness.findings) == 3


def test_merge_other_lines_and_other_families_stay_apart_in_the_order_of_lines() -> None:
    findings = [
        found("a", "CWE-089", 7),
        found("b", "CWE-078", 3),
        found("c", "CWE-089", 3),
        found("d", "CWE-089", None),
    ]
    assert [(each.line, each.cwe) for each in merge(findings)] == [
        (None, "CWE-089"),
        (3, "CWE-078"),
        (3, "CWE-089"),
        (7, "CWE-089"),
    ]


def test_merge_findings_without_a_cwe_are_each_their_own() -> None:
    findings = [found("a", None, 3), found("b", None, 3), found("b", "CWE-089", 3), found("a", None, 3)]
    assert [len(each.findings) for each in merge(findings)] == [2, 1, 1]


def test_merge_of_nothing_is_nothing() -> None:
    assert merge([]) == []
