"""Hostile Go, compiled and run as the judge runs it: it ends as the tables say, and afterwards all is as before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from treeplay.judge.sandbox import RunResult, Sandbox
from treeplay.judge.toolchain import ToolchainError
from treeplay.judge.toolchains import readable, run_test

from .attacks_go import GO_BOMBS, GO_HEAD, GO_RESISTED, GO_STOPPED
from .conftest import BEGUN, PATIENT, TIGHT

pytestmark = pytest.mark.timeout(600)  # the first run on a machine compiles the standard library
SECONDS = 8
"More than the limit on the clock, less than a job that is not stopped."


@pytest.fixture(scope="module")
def go_sandbox(sandbox: Sandbox) -> Iterator[Sandbox]:
    try:
        folders = readable("go")
    except ToolchainError as error:
        pytest.skip(str(error))
    with Sandbox(PATIENT, read_only=folders) as box:
        yield box


@pytest.fixture(scope="module")
def strict_sandbox(go_sandbox: Sandbox) -> Iterator[Sandbox]:
    with Sandbox(replace(PATIENT, wall_s=TIGHT.wall_s), read_only=go_sandbox.read_only) as box:
        yield box


@pytest.fixture(autouse=True)
def _all_as_before(go_sandbox: Sandbox, strict_sandbox: Sandbox, nothing_left: None) -> Iterator[None]:
    yield
    for box in (go_sandbox, strict_sandbox):
        left = box.run_python({"check.py": "import os\nassert os.listdir() == ['check.py']"}, "check.py")
        assert left.outcome == "passed", left


def run_go(sandbox: Sandbox, body: str, port: int = 0) -> RunResult:
    """`body` as the test: it is the one that may use any package."""
    test = f"{GO_HEAD}\nfunc treeplayTest() error {{\n{body.replace('PORT', str(port))}\n\treturn nil\n}}\n"
    return run_test(sandbox, "go", "package main\n", test)


@pytest.mark.parametrize("name", GO_RESISTED)
def test_sandbox_attack_in_go_is_resisted(go_sandbox: Sandbox, name: str, port: int) -> None:
    result = run_go(go_sandbox, GO_RESISTED[name], port)
    assert result.outcome == "passed", result


@pytest.mark.parametrize("name", GO_STOPPED)
def test_sandbox_attack_in_go_is_stopped(strict_sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    if name in GO_BOMBS:
        result = run_test(strict_sandbox, "go", GO_BOMBS[name], "package main\n")
    else:
        result = run_go(strict_sandbox, f'\tos.Stdout.WriteString("{BEGUN}\\n")\n{GO_STOPPED[name]}')
        assert BEGUN in result.output or "goroutine " in result.output or name == "endless_output", result
    assert result.outcome in ("timeout", "killed", "failed"), result
    assert time.monotonic() - started < SECONDS
