"""The attacks again, where bubblewrap isolates: it resists and stops what namespaces by hand do, but for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import Sandbox

from .attacks import CTYPES, RESISTED, STOPPED
from .attacks_compiled import C_HEAD, C_RESISTED
from .conftest import PATIENT, SECRET, TIGHT

pytestmark = pytest.mark.usefixtures("nothing_left")
ONLY_STOPPED = {"inode_bomb", "disk_bomb"}
"Of files and, where it is set-uid, of their sizes, bubblewrap bounds nothing: a look at them ends the job."


@pytest.fixture(scope="module", autouse=True)
def box(sandbox: Sandbox) -> Iterator[Sandbox]:
    try:
        wrapped = Sandbox(replace(PATIENT, memory_mib=512), means="bubblewrap").__enter__()
    except SandboxError as error:
        pytest.skip(str(error))
    with wrapped:
        yield wrapped


@pytest.mark.parametrize("name", [name for name in RESISTED if name not in ONLY_STOPPED])
def test_bubblewrap_attack_is_resisted(box: Sandbox, name: str) -> None:
    result = box.run_python({"attack.py": CTYPES + RESISTED[name]}, "attack.py")
    assert result.outcome == "passed", result.detail


@pytest.mark.parametrize("name", STOPPED)
def test_bubblewrap_attack_is_stopped(box: Sandbox, name: str) -> None:
    source, outcomes = STOPPED[name]
    limits = TIGHT if outcomes == {"timeout"} else box.limits
    result = box.run_python({"attack.py": CTYPES + source}, "attack.py", limits)
    assert result.outcome in outcomes, result


@pytest.mark.parametrize("name", ["mount", "namespaces", "write_outside", "symlink", "become_root"])
def test_bubblewrap_attack_in_c_is_resisted(box: Sandbox, name: str) -> None:
    program = f"{C_HEAD}int main(void) {{ {C_RESISTED[name]}\nreturn 0; }}\n"
    result = box.run_command({"a.c": program}, ["sh", "-c", "gcc -w a.c -o a && exec ./a"])
    assert result.outcome == "passed", result


def test_bubblewrap_host_is_out_of_sight(box: Sandbox, port: int) -> None:
    source = f"""
import os, socket
assert {SECRET[::-1]!r}[::-1] not in str(os.environ) and os.getuid() != 0
assert len([pid for pid in os.listdir("/proc") if pid.isdigit()]) == 2
for path in ({str(__file__)!r}, "/etc/shadow", "/home", "/var", "/run", "/boot", "/sys"):
    assert not os.path.exists(path), path
try:
    socket.create_connection(("127.0.0.1", {port}), 0.5)
except OSError:
    pass
else:
    raise SystemError("connected")
"""
    result = box.run_python({"attack.py": source}, "attack.py")
    assert result.outcome == "passed", result.detail


@pytest.mark.parametrize("source", ["os.mkdir(f'd{n}')", "open(f'f{n}', 'wb').write(bytes(1 << 20))"])
def test_bubblewrap_hoarder_of_files_is_stopped(box: Sandbox, source: str) -> None:
    attack = (
        f"import itertools, os\nfor n in itertools.count():\n    try:\n        {source}\n"
        "    except OSError:\n        break\nassert n < 9000\nraise SystemError('no room')\n"
    )
    result = box.run_python({"attack.py": attack}, "attack.py")
    assert result.outcome in ("killed", "failed"), result
