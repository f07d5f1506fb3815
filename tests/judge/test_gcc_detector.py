from __future__ import annotations

import pytest
from optional import if_installed

from treeplay.judge.command import CommandDetector
from treeplay.judge.detector import ScanError
from treeplay.judge.gcc_detector import gcc_detector
from treeplay.judge.judge import Judge

HOLE = "#include <stdlib.h>\nvoid drop(char *text) {\n  free(text);\n  free(text);\n}\n"


@pytest.fixture(scope="module")
def gcc() -> CommandDetector:
    return if_installed(gcc_detector)


def test_gcc_double_free_is_found_with_cwe_and_line(gcc: CommandDetector) -> None:
    (finding,) = gcc.scan(HOLE, "c")
    assert (finding.detector, finding.rule, finding.cwe, finding.line) == (
        "gcc-analyzer",
        "-Wanalyzer-double-free",
        "CWE-415",
        4,
    )


def test_gcc_program_that_calls_itself_a_system_header_is_read_as_any(gcc: CommandDetector) -> None:
    (finding,) = gcc.scan("#pragma GCC system_header\n" + HOLE, "c")
    assert finding.line == 5


def test_gcc_safe_code_has_no_findings(gcc: CommandDetector) -> None:
    assert gcc.scan(HOLE.replace("  free(text);\n}", "}"), "c") == []


@pytest.mark.parametrize(
    "code",
    [
        "int f(foo_t a) { return a; }\n",
        "#include <no/such/header.h>\n",
        "int f( { return 1",
        '#include "/etc/passwd"\n',
        '#pragma GCC diagnostic ignored "-Wanalyzer-double-free"\n' + HOLE,
        '_Pragma("GCC diagnostic ignored \\"-Wanalyzer-double-free\\"")\n' + HOLE,
        '#define P(a, b) a##b\nP(_Pra, gma)("GCC diagnostic ignored \\"-Wanalyzer-double-free\\"")\n' + HOLE,
        '# 1 "x.h" 3\n' + HOLE,
    ],
    ids=["type", "header", "syntax", "file", "pragma", "operator", "pasted", "marker"],
)
def test_gcc_what_does_not_compile_alone_or_switches_warnings_off_is_an_error(gcc: CommandDetector, code: str) -> None:
    gcc.prepare([HOLE, code], "c")
    with pytest.raises(ScanError, match="gcc"):
        gcc.scan(code, "c")
    assert len(gcc.scan(HOLE, "c")) == 1


def test_gcc_analyzer_and_the_compiler_of_the_tests_are_told_apart_among_the_tools(gcc: CommandDetector) -> None:
    with Judge(detectors=["gcc-analyzer"]) as judge:
        assert judge.tools["gcc-analyzer"] == gcc.version
        assert judge.tools["gcc"] != gcc.version


def test_gcc_does_not_read_cpp(gcc: CommandDetector) -> None:
    with pytest.raises(ScanError, match="does not read cpp"):
        gcc.scan("int x;\n", "cpp")
