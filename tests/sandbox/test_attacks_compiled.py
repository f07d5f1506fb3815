"""Hostile C and JavaScript: compiling and running it ends as the tables say, and afterwards all is as before."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

import pytest

from treeplay.judge.sandbox import Limits, RunResult, Sandbox

from .attacks_compiled import BOMBS, C_HEAD, C_RESISTED, C_STOPPED, JS_HEAD, JS_RESISTED, JS_STOPPED
from .conftest import BEGUN, PATIENT, TIGHT

pytestmark = pytest.mark.usefixtures("nothing_left")
LIMITS = replace(PATIENT, address_space_mib=0)
STOPPING = replace(LIMITS, wall_s=TIGHT.wall_s)
SECONDS = 8
"More than the limit on the clock, less than a job that is not stopped."


def run_c(sandbox: Sandbox, body: str, port: int = 0, *, whole: str = "", limits: Limits = LIMITS) -> RunResult:
    if shutil.which("gcc") is None:
        pytest.skip("gcc is not installed")
    program = whole or f"{C_HEAD}int main(void) {{ {body.replace('PORT', str(port))}\nreturn 0; }}\n"
    return sandbox.run_command({"a.c": program}, ["sh", "-c", "gcc -w a.c -o a && exec ./a"], limits)


def run_javascript(sandbox: Sandbox, body: str, port: int = 0, limits: Limits = LIMITS) -> RunResult:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    return sandbox.run_command({"a.js": JS_HEAD + body.replace("PORT", str(port))}, [node, "a.js"], limits)


@pytest.mark.parametrize("name", C_RESISTED)
def test_sandbox_attack_in_c_is_resisted(sandbox: Sandbox, name: str, port: int) -> None:
    result = run_c(sandbox, C_RESISTED[name], port)
    assert result.outcome == "passed", result


@pytest.mark.parametrize("name", C_STOPPED)
def test_sandbox_attack_in_c_is_stopped(sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    if name in BOMBS:
        result = run_c(sandbox, "", whole=BOMBS[name], limits=STOPPING)
    else:
        result = run_c(sandbox, f'dprintf(1, "{BEGUN}\\n"); {C_STOPPED[name]}', limits=STOPPING)
        assert BEGUN in result.output or name == "endless_output", result
    assert result.outcome in ("timeout", "killed", "failed"), result
    assert time.monotonic() - started < SECONDS


def test_sandbox_memory_is_looked_at_whatever_a_job_writes_meanwhile(sandbox: Sandbox) -> None:
    writes = 'if (!fork()) for (int i = 0; i < 1000; i++) { write(1, ".", 1); usleep(2000); }'
    takes = "char *p = malloc(400 << 20); memset(p, 7, 400 << 20); usleep(500000);"
    result = run_c(sandbox, f"{writes} {takes}", limits=replace(LIMITS, memory_mib=150))
    assert (result.outcome, result.detail) == ("killed", "used more than 150 MiB of memory")


@pytest.mark.parametrize("name", JS_RESISTED)
def test_sandbox_attack_in_javascript_is_resisted(sandbox: Sandbox, name: str, port: int) -> None:
    result = run_javascript(sandbox, JS_RESISTED[name], port)
    assert result.outcome == "passed", result


@pytest.mark.parametrize("name", JS_STOPPED)
def test_sandbox_attack_in_javascript_is_stopped(sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    result = run_javascript(sandbox, f'fs.writeSync(1, "{BEGUN}\\n");\n{JS_STOPPED[name]}', limits=STOPPING)
    assert BEGUN in result.output or name == "endless_output", result
    assert result.outcome in ("timeout", "killed", "failed"), result
    assert time.monotonic() - started < SECONDS
