"""One sandbox for all attacks, so that each also proves that the one before left nothing broken."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import Limits, Sandbox

from .mark import NAP

SECRET = "treeplay-test-secret-5f1c"
TIGHT = Limits(
    wall_s=2.0,
    cpu_s=1,
    address_space_mib=256,
    memory_mib=256,
    scratch_mib=8,
    file_mib=4,
    processes=16,
    open_files=64,
    output_kib=64,
)
BEGUN = "the attack has begun"
"Said first by an attack that must be stopped: one that does not even compile is no attack."
BRIEF = replace(TIGHT, wall_s=1.0)
"For attacks that only a limit ends."
PATIENT = replace(TIGHT, wall_s=10.0, processes=32)
"For attacks that end by themselves, on a machine however slow, and whose runtimes have many threads."


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    os.environ["TREEPLAY_TEST_SECRET"] = SECRET
    try:
        box = Sandbox(TIGHT).__enter__()
    except SandboxError as error:
        pytest.skip(str(error))
    with box:
        yield box
    del os.environ["TREEPLAY_TEST_SECRET"]


@pytest.fixture
def nothing_left(sandbox: Sandbox) -> Iterator[None]:
    """That a test leaves no process, no file, and a sandbox that goes on."""
    before = descendants()
    yield
    assert descendants() == before
    assert f"sleep {NAP}" not in command_lines()
    # Beside the job's own folder only the interpreter's may lie there, read-only, where it is installed below /tmp.
    known = {"job", *(Path(prefix).parts[2] for prefix in (sys.prefix, sys.base_prefix) if prefix.startswith("/tmp/"))}
    check = (
        f"import os\nleft = set(os.listdir('/tmp')) - {known!r}\nassert not left, left\n"
        "assert os.listdir() == ['check.py'], os.listdir()"
    )
    after = sandbox.run_python({"check.py": check}, "check.py")
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


def descendants() -> set[int]:
    """Every process below this one on the host."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int(entry.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found = {os.getpid()}
    while new := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= new
    return found - {os.getpid()}


def command_lines() -> str:
    """The command lines of all processes of the host, as one text."""
    lines = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                lines.append(entry.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
            except OSError:
                continue
    return "\n".join(lines)
