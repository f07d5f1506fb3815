from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from subprocess import TimeoutExpired

import pytest

from treeplay.errors import ConfigError
from treeplay.judge import command
from treeplay.judge.command import CommandDetector, Result, command_version, find_command, run_command
from treeplay.judge.detector import BatchDetector, BreakdownError, CoveringDetector, ScanError
from treeplay.judge.schema import Finding

HOLE = Finding(detector="words", rule="bad", cwe="CWE-078", line=1)


class Reads:
    """Finds the word `bad`; cannot take a batch with the word `crash`."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def __call__(self, codes: Sequence[str], _language: str) -> list[Result]:
        self.batches.append(list(codes))
        if any("crash" in code for code in codes):
            raise ValueError("out of memory")
        return [{HOLE} if "bad" in code else set() for code in codes]


def made(reads: Reads) -> CommandDetector:
    return CommandDetector("words", "1", reads, {"python": {"bad": "CWE-078"}})


def test_command_detector_is_of_both_kinds_and_tells_its_rules() -> None:
    detector = made(Reads())
    assert isinstance(detector, BatchDetector)
    assert isinstance(detector, CoveringDetector)
    assert (detector.languages, detector.rules("python"), detector.rules("go")) == (
        {"python"},
        {"bad": "CWE-078"},
        {},
    )


def test_command_detector_reads_a_batch_at_once_and_each_program_once() -> None:
    reads = Reads()
    detector = made(reads)
    detector.prepare(["a", "bad", "a"], "python")
    assert (detector.scan("a", "python"), detector.scan("bad", "python")) == ([], [HOLE])
    assert detector.scan("b", "python") == []
    assert reads.batches == [["a", "bad"], ["b"]]


def test_command_detector_keeps_the_batch_that_it_has_just_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_MAX_KEPT", 3)
    reads = Reads()
    detector = made(reads)
    for batch in (["a", "b", "c", "d"], ["e", "f", "g", "h"]):
        detector.prepare(batch, "python")
        assert [detector.scan(code, "python") for code in batch] == [[]] * 4
    assert len(reads.batches) == 2


def test_command_detector_program_that_fails_does_not_decide_about_others() -> None:
    detector = made(Reads())
    detector.prepare(["bad", "x", "crash", "y"], "python")
    assert detector.scan("bad", "python") == [HOLE]
    assert detector.scan("y", "python") == []
    with pytest.raises(ScanError, match=r"words could not read the program .*out of memory"):
        detector.scan("crash", "python")


def test_command_detector_that_broke_down_is_asked_again() -> None:
    full = [OSError(28, "No space left on device")]

    def read(codes: Sequence[str], _language: str) -> list[Result]:
        if full:
            raise full.pop()
        return [{HOLE} for _ in codes]

    detector = CommandDetector("words", "1", read, {"python": {"bad": "CWE-078"}})
    with pytest.raises(BreakdownError, match="No space left"):
        detector.scan("bad", "python")
    assert detector.scan("bad", "python") == [HOLE]


@pytest.mark.parametrize("code", ["\0", "x = '\ud800'"], ids=["nul", "surrogate"])
def test_command_detector_what_is_not_text_is_an_error_and_not_given_to_the_command(code: str) -> None:
    reads = Reads()
    with pytest.raises(ScanError, match="reads text only"):
        made(reads).scan(code, "python")
    assert reads.batches == []


def test_command_detector_other_language_is_an_error() -> None:
    detector = made(Reads())
    detector.prepare(["x"], "go")
    with pytest.raises(ScanError, match="words does not read go"):
        detector.scan("x", "go")


def test_run_command_out_of_time_ends_all_that_it_started(tmp_path: Path) -> None:
    script = "import os, subprocess, sys, time; p = subprocess.Popen(['sleep', '60']); open('pid', 'w').write(str(p.pid)); time.sleep(60)"
    with pytest.raises(TimeoutExpired):
        run_command([sys.executable, "-c", script], tmp_path, timeout_s=2)
    child = int((tmp_path / "pid").read_text())
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and _runs(child):
        time.sleep(0.05)
    assert not _runs(child)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_find_command_missing_names_what_installs_it() -> None:
    with pytest.raises(ConfigError, match=r"'x' needs nobody-has-this or nor-this, .*not installed: pip install y"):
        find_command({"nobody-has-this": "no_such_package", "nor-this": ""}, detector="x", install="pip install y")


def test_command_version_is_the_last_word_of_the_first_line() -> None:
    assert command_version([sys.executable, "-c", "print('Tool 1.2.3'); print('x')"]) == "1.2.3"


def test_command_version_of_a_silent_command_is_a_user_error() -> None:
    with pytest.raises(ConfigError, match="does not tell its version"):
        command_version([sys.executable, "-c", ""])
