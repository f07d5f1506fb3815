"""Semgrep or opengrep with our taint rules: each rule's own programs, and what neither tool may keep silent about."""

from __future__ import annotations

from typing import Any

import pytest
from optional import if_installed

from treeplay.errors import ConfigError
from treeplay.judge.command import CommandDetector
from treeplay.judge.detector import ScanError
from treeplay.judge.semgrep.rules import TaintRule, taint_rules
from treeplay.judge.semgrep_detector import _about, _result, semgrep_detector

HOLE = "import os\ndef remove(name):\n    os.system('rm ' + name)\n"
MARKED = HOLE.replace("+ name)", "+ name)  # nosemgrep")
BROKEN = "import os\ndef remove(name):\n    os.system('rm ' + name\n"
BARE = 'func Run(command string) {\n\texec.Command("sh", "-c", command).Run()\n}\n'
LANGUAGES = ("python", "javascript", "go")
RULES = {rule.id: rule for rule in taint_rules()}


@pytest.fixture(scope="module")
def semgrep() -> CommandDetector:
    detector = if_installed(semgrep_detector)
    for language in LANGUAGES:
        rules = [rule for rule in taint_rules() if rule.language == language]
        programs = [program for rule in rules for program in (*rule.fires, *rule.silent)]
        detector.prepare(programs + {"python": [HOLE, MARKED, BROKEN], "go": [BARE]}.get(language, []), language)
    return detector


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_taint_rule_fires_on_its_vulnerable_programs_and_not_on_its_fixed_ones(
    semgrep: CommandDetector, rule: TaintRule
) -> None:
    for program in rule.fires:
        assert rule.id in {each.rule for each in semgrep.scan(program, rule.language)}, program
    for program in rule.silent:
        assert rule.id not in {each.rule for each in semgrep.scan(program, rule.language)}, program


def test_semgrep_finding_has_cwe_line_and_message(semgrep: CommandDetector) -> None:
    (finding,) = semgrep.scan(HOLE, "python")
    assert (finding.detector, finding.rule, finding.cwe, finding.line) == (
        "semgrep",
        "py-taint-command",
        "CWE-078",
        3,
    )
    assert finding.message.startswith("A parameter becomes part of a shell command.")


def test_semgrep_suppression_comment_has_no_effect(semgrep: CommandDetector) -> None:
    assert semgrep.scan(MARKED, "python") == semgrep.scan(HOLE, "python")


def test_semgrep_code_that_does_not_parse_is_an_error(semgrep: CommandDetector) -> None:
    with pytest.raises(ScanError, match="semgrep cannot read the whole program"):
        semgrep.scan(BROKEN, "python")


def test_semgrep_go_function_without_its_package_is_read(semgrep: CommandDetector) -> None:
    assert [(each.rule, each.line) for each in semgrep.scan(BARE, "go")] == [("go-taint-command", 2)]


def said(**parts: Any) -> dict[str, Any]:
    return {"paths": {"scanned": ["code/0.py", "code/1.py"]}, "errors": [], "results": []} | parts


def results(answer: dict[str, Any], code: str = "x = 1\n") -> list[Any]:
    return [_result(code, "python", about) for about in _about(answer, 2)]


def test_semgrep_program_that_was_not_scanned_is_an_error() -> None:
    first, second = results(said(paths={"scanned": ["code/0.py"]}))
    assert first == set()
    assert isinstance(second, ScanError)


def test_semgrep_partial_reading_of_one_program_is_an_error_about_it_alone() -> None:
    partial = {
        "level": "warn",
        "path": "code/1.py",
        "message": "Syntax error at line 2",
        "type": ["PartialParsing", []],
    }
    first, second = results(said(errors=[partial]))
    assert first == set()
    assert "Syntax error at line 2" in str(second)


def test_semgrep_error_about_no_program_is_one_about_all() -> None:
    with pytest.raises(ValueError, match="invalid rule"):
        results(said(errors=[{"level": "error", "message": "invalid rule"}]))


def test_semgrep_silence_about_code_that_our_grammar_cannot_read_is_an_error() -> None:
    """Opengrep says nothing at all of such code."""
    assert all(isinstance(each, ScanError) for each in results(said(), "def f(:\n"))


def test_semgrep_missing_names_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr("sysconfig.get_path", lambda _: "/nonexistent")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ConfigError, match=r"pip install 'treeplay\[semgrep\]'"):
        semgrep_detector()


def test_taint_rules_are_named_by_language_and_cover_each() -> None:
    short = {"python": "py", "javascript": "js", "go": "go"}
    assert {rule.language for rule in taint_rules()} == set(LANGUAGES)
    assert all(rule.id.startswith(f"{short[rule.language]}-taint-") for rule in taint_rules())
