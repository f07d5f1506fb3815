"""Hostile C and JavaScript: compiling and running it ends as the tables say, and afterwards all is as before."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from treeplay.judge.sandbox import RunResult, Sandbox

from .attacks_compiled import BOMBS, C_HEAD, C_RESISTED, C_STOPPED, JS_HEAD, JS_RESISTED, JS_STOPPED
from .conftest import TIGHT, command_lines, descendants

LIMITS = replace(TIGHT, address_space_mib=0, processes=32)
SECONDS = 8
"More than the limit on the clock, less than a job that is not stopped."


@pytest.fixture(autouse=True)
def _nothing_left(sandbox: Sandbox) -> Iterator[None]:
    before = descendants()
    yield
    assert descendants() == before
    assert "sleep 31337" not in command_lines()
    after = sandbox.run_python({"check.py": "import os\nassert os.listdir() == ['check.py']"}, "check.py")
    assert after.outcome == "passed", after


@pytest.fixture
def port() -> Iterator[int]:
    """A listener on the host's loopback that nobody may reach."""
    accepted = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    accepted.append(server.accept()[1])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1]
        done.set()
        thread.join()
    assert not accepted


def run_c(sandbox: Sandbox, body: str, port: int = 0, whole: str = "") -> RunResult:
    if shutil.which("gcc") is None:
        pytest.skip("gcc is not installed")
    program = whole or f"{C_HEAD}int main(void) {{ {body.replace('PORT', str(port))}\nreturn 0; }}\n"
    return sandbox.run_command({"a.c": program}, ["sh", "-c", "gcc -w a.c -o a && exec ./a"], limits=LIMITS)


def run_javascript(sandbox: Sandbox, body: str, port: int = 0) -> RunResult:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    return sandbox.run_command({"a.js": JS_HEAD + body.replace("PORT", str(port))}, [node, "a.js"], limits=LIMITS)


@pytest.mark.parametrize("name", C_RESISTED)
def test_sandbox_attack_in_c_is_resisted(sandbox: Sandbox, name: str, port: int) -> None:
    result = run_c(sandbox, C_RESISTED[name], port)
    assert result.outcome == "passed", result


@pytest.mark.parametrize("name", C_STOPPED)
def test_sandbox_attack_in_c_is_stopped(sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    result = run_c(sandbox, C_STOPPED[name], whole=BOMBS.get(name, ""))
    assert result.outcome in ("timeout", "killed", "failed"), result
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("name", JS_RESISTED)
def test_sandbox_attack_in_javascript_is_resisted(sandbox: Sandbox, name: str, port: int) -> None:
    result = run_javascript(sandbox, JS_RESISTED[name], port)
    assert result.outcome == "passed", result


@pytest.mark.parametrize("name", JS_STOPPED)
def test_sandbox_attack_in_javascript_is_stopped(sandbox: Sandbox, name: str) -> None:
    started = time.monotonic()
    result = run_javascript(sandbox, JS_STOPPED[name])
    assert result.outcome in ("timeout", "killed", "failed"), result
    assert time.monotonic() - started < SECONDS
