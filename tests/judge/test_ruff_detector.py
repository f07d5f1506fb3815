from __future__ import annotations

import pytest

from treeplay.judge.command import CommandDetector
from treeplay.judge.detector import BatchDetector, ScanError
from treeplay.judge.ruff_detector import ruff_detector

HOLE = "import os\n\n\ndef remove(name):\n    os.system('rm ' + name)\n"


@pytest.fixture(scope="module")
def ruff() -> CommandDetector:
    return ruff_detector()


def test_ruff_shell_command_is_found_with_cwe_and_line(ruff: CommandDetector) -> None:
    (finding,) = ruff.scan(HOLE, "python")
    assert (finding.detector, finding.rule, finding.cwe, finding.line) == ("ruff", "S605", "CWE-078", 5)


def test_ruff_bare_function_without_imports_is_understood(ruff: CommandDetector) -> None:
    """Ruff knows `os.system` only by its import."""
    (finding,) = ruff.scan("def remove(name):\n    os.system('rm ' + name)\n", "python")
    assert (finding.rule, finding.line) == ("S605", 2)


def test_ruff_indented_method_is_read(ruff: CommandDetector) -> None:
    (finding,) = ruff.scan("    def remove(self, name):\n        os.system('rm ' + name)\n", "python")
    assert finding.line == 2


def test_ruff_future_import_stays_first(ruff: CommandDetector) -> None:
    (finding,) = ruff.scan("from __future__ import annotations\n" + HOLE, "python")
    assert finding.line == 6


def test_ruff_a_comment_changes_nothing(ruff: CommandDetector) -> None:
    bare = "def remove(name):\n    os.system('rm ' + name)  # __future__\n"
    assert [finding.rule for finding in ruff.scan(bare, "python")] == ["S605"]


def test_ruff_safe_code_has_no_findings(ruff: CommandDetector) -> None:
    assert ruff.scan("x = 1\n", "python") == []


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: S605", "# nosec", "# ruff: noqa"])
def test_ruff_suppression_comment_has_no_effect(ruff: CommandDetector, comment: str) -> None:
    assert ruff.scan(HOLE.replace("+ name)", f"+ name)  {comment}"), "python") == ruff.scan(HOLE, "python")


def test_ruff_file_comment_has_no_effect(ruff: CommandDetector) -> None:
    (finding,) = ruff.scan("# ruff: noqa\n# flake8: noqa\n" + HOLE, "python")
    assert finding.rule == "S605"


@pytest.mark.parametrize(
    "code",
    ["def f(:\n", "\0", "x = '\ud800'\n", "(" * 5000, "print 'x'\n"],
    ids=["syntax", "nul", "surrogate", "deep", "python_2"],
)
def test_ruff_unreadable_code_is_an_error(ruff: CommandDetector, code: str) -> None:
    with pytest.raises(ScanError):
        ruff.scan(code, "python")


def test_ruff_noise_rules_are_silent(ruff: CommandDetector) -> None:
    noisy = "import pickle, subprocess\ndef f(x):\n    assert x\n    subprocess.run(['ls', x])\n"
    assert ruff.scan(noisy, "python") == []


def test_ruff_batch_equals_one_after_another() -> None:
    codes = [HOLE, "x = 1\n", "def f(:\n", "import yaml\nyaml.load(x)\n"]
    batch, single = ruff_detector(), ruff_detector()
    batch.prepare(codes, "python")

    def outcome(detector: CommandDetector, code: str) -> object:
        try:
            return detector.scan(code, "python")
        except ScanError as error:
            return str(error)

    assert [outcome(batch, code) for code in codes] == [outcome(single, code) for code in codes]


def test_ruff_program_that_it_cannot_take_does_not_decide_about_others() -> None:
    ruff = ruff_detector()
    ruff.prepare([HOLE, "-" * 100_000 + "1", "x = 1\n"], "python")
    assert [finding.rule for finding in ruff.scan(HOLE, "python")] == ["S605"]
    assert ruff.scan("x = 1\n", "python") == []
    with pytest.raises(ScanError):
        ruff.scan("-" * 100_000 + "1", "python")


def test_ruff_other_language_is_an_error(ruff: CommandDetector) -> None:
    ruff.prepare(["package main\n"], "go")
    with pytest.raises(ScanError, match="does not read go"):
        ruff.scan("package main\n", "go")


def test_ruff_reads_batches(ruff: CommandDetector) -> None:
    assert isinstance(ruff, BatchDetector)
