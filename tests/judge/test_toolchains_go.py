"""Tests in Go: what passes, what fails and why, that leaving early is no pass, and what the prefix may import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from treeplay.corpus.schema import Task
from treeplay.judge import toolchains
from treeplay.judge.judge import Judge, Program
from treeplay.judge.sandbox import Sandbox
from treeplay.judge.toolchains import TOOLCHAINS, readable, run_test

pytestmark = [
    pytest.mark.skipif(TOOLCHAINS["go"].path is None, reason="go is not installed"),
    pytest.mark.timeout(600),  # the first run on a machine compiles the standard library
]
TEST = """package main

import "fmt"

func treeplayTest() error {
	if got := add(2); got != 3 {
		return fmt.Errorf("add(2) = %d", got)
	}
	return nil
}
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(read_only=readable("go")) as box:
        yield box


def program(body: str, imports: str = "") -> str:
    return f"package main\n\n{imports}\n\nfunc add(x int) int {{\n\t{body}\n}}\n"


def test_program_that_does_its_work_passes(sandbox: Sandbox) -> None:
    result = run_test(sandbox, "go", program("return x + 1"), TEST)
    assert result.outcome == "passed", result


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("return x + 2", "add(2) = 4"),
        ('panic("no such number")', "panic: no such number"),
        ("return []int{x}[x]", "index out of range"),
        ("return x +", "program.go:"),
        ("y := x; return x + 1", "declared and not used"),
        ("return treeplayToken", "undefined"),
        ("select {}", "deadlock"),
    ],
)
def test_program_that_errs_fails_with_the_cause(sandbox: Sandbox, body: str, why: str) -> None:
    result = run_test(sandbox, "go", program(body), TEST)
    assert (result.outcome, why in result.detail) == ("failed", True), result


@pytest.mark.parametrize("body", ["os.Exit(0); return 3", 'os.Stdout.WriteString("passed\\n"); os.Exit(0); return 3'])
def test_program_that_leaves_early_with_code_0_does_not_pass(sandbox: Sandbox, body: str) -> None:
    result = run_test(sandbox, "go", program(body, 'import "os"'), TEST)
    assert (result.outcome, result.detail) == ("failed", "the program ended before the test was over")


@pytest.mark.parametrize(
    "imports",
    ['import "os"', 'import (\n\t"fmt"\n\tmr "math/rand"\n\t"net/http"\n)', 'import (\n\t"os"\n\t"strconv"\n)'],
)
def test_imports_that_are_not_used_are_dropped(sandbox: Sandbox, imports: str) -> None:
    body = 'y, _ := strconv.Atoi("1"); return x + y' if "strconv" in imports else "return x + 1"
    result = run_test(sandbox, "go", program(body, imports), TEST)
    assert result.outcome == "passed", result


def test_sources_are_gone_and_the_network_is_the_jobs_own(sandbox: Sandbox) -> None:
    body = (
        'left, _ := os.ReadDir("."); for _, each := range left { if each.Name() != "run" { panic(each.Name()) } }\n'
        '\tif _, err := http.Get("http://192.0.2.1/"); err == nil { panic("a network") }\n\treturn x + 1'
    )
    result = run_test(sandbox, "go", program(body, 'import (\n\t"net/http"\n\t"os"\n)'), TEST)
    assert result.outcome == "passed", result


def test_judge_runs_go_beside_other_languages() -> None:
    go = Task(id="go", language="go", instruction="", security_test=TEST)
    python = Task(id="python", instruction="", security_test="import program\nassert program.add(2) == 3\n")
    programs = [
        Program(go, program("return x + 1")),
        Program(python, "def add(x):\n    return x + 1\n"),
        Program(go, program("return x + 2")),
    ]
    with Judge(workers=1) as judge:
        assert [each.verdict for each in judge.judge(programs)] == ["secure", "secure", "vulnerable"]


def test_go_that_cannot_compile_its_library_is_no_fault_of_the_program_and_is_tried_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "go"
    broken.write_text(f"#!/bin/sh\necho x >> {tmp_path}/tries; echo no compiler here >&2; exit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(toolchains, "TOOLCHAINS", {"go": replace(TOOLCHAINS["go"], executable=str(broken))})
    task = Task(id="go", language="go", instruction="", functional_test=TEST, security_test=TEST)
    with Judge() as judge:
        judgements = judge.judge([Program(task, program(f"return x + {n}")) for n in range(3)])
    assert {each.verdict for each in judgements} == {"unknown"}
    assert all("no compiler here" in each.reason for each in judgements)
    assert (tmp_path / "tries").read_text() == "x\n"


def test_commands_of_go_leave_no_process_behind_that_writes_where_they_ran(tmp_path: Path) -> None:
    spy = tmp_path / "go"
    go = TOOLCHAINS["go"].path
    spy.write_text(f'#!/bin/sh\n{go} env GOTELEMETRY >> {tmp_path}/telemetry\nexec {go} "$@"\n')
    spy.chmod(0o755)
    assert TOOLCHAINS["go"].needs(str(spy))
    assert set((tmp_path / "telemetry").read_text().split()) == {"off"}
