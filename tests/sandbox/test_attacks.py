"""Hostile programs against the system: each ends as the table says, and afterwards all is as before.

`resisted` programs try something and pass only if it did not work; `stopped` programs never end by themselves.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from treeplay.judge.sandbox import Sandbox

from .attacks import CTYPES, RESISTED, STOPPED
from .conftest import BRIEF, SECRET, TIGHT
from .mark import NAP

pytestmark = pytest.mark.usefixtures("nothing_left")


@pytest.mark.parametrize("source", RESISTED.values(), ids=RESISTED.keys())
def test_sandbox_attack_is_resisted(sandbox: Sandbox, source: str) -> None:
    result = sandbox.run_python({"attack.py": CTYPES + source}, "attack.py")
    assert result.outcome == "passed", result.detail


@pytest.mark.parametrize(("source", "outcomes"), STOPPED.values(), ids=STOPPED.keys())
def test_sandbox_attack_is_stopped(sandbox: Sandbox, source: str, outcomes: set[str]) -> None:
    started = time.monotonic()
    limits = BRIEF if outcomes == {"timeout"} else TIGHT
    result = sandbox.run_python({"attack.py": CTYPES + source}, "attack.py", limits)
    assert result.outcome in outcomes, result
    assert time.monotonic() - started < 6


def test_sandbox_writes_outside_leave_the_host_unchanged(sandbox: Sandbox, tmp_path: Path) -> None:
    name = f"treeplay-escape-{tmp_path.name}"
    places = [
        Path("/"),
        Path("/etc"),
        Path("/usr"),
        Path("/dev"),
        Path.home(),
        Path(sys.prefix),
        tmp_path,
        Path.cwd(),
    ]
    source = f"""
import os
tried = 0
for place in {[str(each) for each in places]!r}:
    for way in (place, "/proc/self/root" + place, "/proc/1/root" + place, "/proc/self/cwd/../.." + place):
        for action in (lambda p: open(p, "w"), os.mkdir, lambda p: os.symlink("/etc", p), os.mkfifo):
            tried += 1
            try:
                action(way + "/{name}")
            except OSError:
                continue
            raise SystemError("wrote " + way)
assert tried == 128
"""
    result = sandbox.run_python({"attack.py": source}, "attack.py")
    assert not [place for place in places if (place / name).exists() or (place / name).is_symlink()]
    assert tmp_path.parts[1] == "tmp" or result.outcome == "passed", result.detail


def test_sandbox_home_and_checkout_cannot_be_read(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    here = str(Path(__file__).resolve())
    source = f"""
import os
for path in ({str(tmp_path / "secret.txt")!r}, {here!r}, os.path.dirname({here!r}), "/etc/shadow", "/home", "/var",
             "/run", "/boot", "/sys/kernel", "/root/.ssh", "/root/.bashrc", "/proc/1/environ",
             "/proc/1/mem", "/proc/1/root"):
    for way in (path, "/proc/self/root" + path, "/proc/self/cwd/../../.." + path):
        try:
            open(way).read() if not os.path.isdir(way) else os.listdir(way)
        except OSError:
            continue
        raise SystemError("read " + way)
"""
    result = sandbox.run_python({"attack.py": source}, "attack.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_environment_secrets_are_not_there(sandbox: Sandbox) -> None:
    source = f"""
import glob, os
secret = {SECRET[::-1]!r}[::-1]
assert secret not in str(os.environ)
seen = 0
for path in glob.glob("/proc/[0-9]*/*") + glob.glob("/proc/[0-9]*/task/*/environ"):
    try:
        data = open(path, "rb").read(100000)
    except OSError:
        continue
    seen += 1
    assert secret.encode() not in data, path
assert seen
"""
    result = sandbox.run_python({"attack.py": source}, "attack.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_host_loopback_cannot_be_reached(sandbox: Sandbox) -> None:
    accepted = []
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as abstract:
        abstract.bind(f"\0treeplay-{server.getsockname()[1]}")
        abstract.listen()
        server.settimeout(1)
        listener = threading.Thread(target=lambda: accepted.append(_accept(server)))
        listener.start()
        port = server.getsockname()[1]
        source = f"""
import socket
for family, address in ((socket.AF_INET, ("127.0.0.1", {port})), (socket.AF_INET, ("0.0.0.0", {port})),
                        (socket.AF_INET6, ("::1", {port})), (socket.AF_UNIX, "\\0treeplay-{port}")):
    with socket.socket(family) as client:
        client.settimeout(0.5)
        try:
            client.connect(address)
        except OSError:
            continue
    raise SystemError(f"connected to {{address}}")
"""
        result = sandbox.run_python({"attack.py": source}, "attack.py")
        listener.join()
    assert result.outcome == "passed", result.detail
    assert accepted == [False]


def test_sandbox_own_loopback_works(sandbox: Sandbox) -> None:
    source = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
    server.accept()[0].close()
assert [name for _, name in socket.if_nameindex()] == ["lo"]
"""
    result = sandbox.run_python({"test.py": source}, "test.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_unix_socket_of_the_host_cannot_be_reached(sandbox: Sandbox, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        source = f"""
import socket
try:
    socket.socket(socket.AF_UNIX).connect({str(tmp_path / "s")!r})
except OSError:
    pass
else:
    raise SystemError("connected")
"""
        result = sandbox.run_python({"attack.py": source}, "attack.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_job_does_not_see_an_earlier_one(sandbox: Sandbox) -> None:
    first = """
import os, subprocess, builtins, json
for path in ("/tmp/left", "/tmp/job/left", "/dev/shm/left"):
    open(path, "w").write("x")
builtins.left = json.left = 1
subprocess.Popen(["sleep", "31337"], start_new_session=True)
"""
    second = """
import os, builtins, json
assert not any(map(os.path.exists, ("/tmp/left", "/tmp/job/left", "/dev/shm/left")))
assert not hasattr(builtins, "left") and not hasattr(json, "left")
assert sorted(int(pid) for pid in os.listdir("/proc") if pid.isdigit()) == [1, 2]
"""
    assert sandbox.run_python({"a.py": first.replace("31337", NAP)}, "a.py").outcome == "passed"
    result = sandbox.run_python({"b.py": second}, "b.py")
    assert result.outcome == "passed", result.detail


def _accept(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except TimeoutError:
        return False
    return True
