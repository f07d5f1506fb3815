from __future__ import annotations

import pytest
from optional import if_installed

from treeplay.judge.command import CommandDetector
from treeplay.judge.cppcheck_detector import cppcheck_detector
from treeplay.judge.detector import ScanError

HOLE = "int last(void) {\n  int table[3] = {0};\n  return table[5];\n}\n"


@pytest.fixture(scope="module")
def cppcheck() -> CommandDetector:
    return if_installed(cppcheck_detector)


@pytest.mark.parametrize("language", ["c", "cpp"])
def test_cppcheck_index_out_of_bounds_is_found_with_cwe_and_line(cppcheck: CommandDetector, language: str) -> None:
    (finding,) = cppcheck.scan(HOLE, language)
    assert (finding.detector, finding.rule, finding.cwe, finding.line) == (
        "cppcheck",
        "arrayIndexOutOfBounds",
        "CWE-788",
        3,
    )


def test_cppcheck_safe_code_has_no_findings(cppcheck: CommandDetector) -> None:
    assert cppcheck.scan(HOLE.replace("[5]", "[2]"), "c") == []


@pytest.mark.parametrize(
    "comment", ["// cppcheck-suppress arrayIndexOutOfBounds", "/* cppcheck-suppress [arrayIndexOutOfBounds] */"]
)
def test_cppcheck_suppression_comment_has_no_effect(cppcheck: CommandDetector, comment: str) -> None:
    same_line = HOLE.replace("[5];", f"[5]; {comment}")
    line_before = HOLE.replace("  return", f"  {comment}\n  return")
    file_wide = HOLE.replace("int last", "// cppcheck-suppress-file arrayIndexOutOfBounds\nint last")
    for code in (same_line, line_before, file_wide):
        assert [finding.rule for finding in cppcheck.scan(code, "c")] == ["arrayIndexOutOfBounds"]


@pytest.mark.parametrize("code", ["int f( { return 1", "ſ = 1 x\n", "#error no\n", '#include "x.h"\n'])
def test_cppcheck_unreadable_code_is_an_error_also_beside_others(cppcheck: CommandDetector, code: str) -> None:
    cppcheck.prepare([HOLE, code, "int x;\n"], "c")
    with pytest.raises(ScanError, match="cppcheck"):
        cppcheck.scan(code, "c")
    assert len(cppcheck.scan(HOLE, "c")) == 1
    assert cppcheck.scan("int x;\n", "c") == []


def test_cppcheck_tells_rules_of_weaknesses_only(cppcheck: CommandDetector) -> None:
    rules = cppcheck.rules("c")
    assert rules["doubleFree"] == "CWE-415"
    assert "CWE-398" not in rules.values()
