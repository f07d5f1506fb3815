"""How a sandbox starts, is refused, fails and ends; and what the unsafe mode still holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import Limits, Sandbox, client

from .conftest import TIGHT, command_lines, descendants
from .mark import NAP


def _wait_until(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _run_apart(source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60, check=False)


def test_sandbox_where_namespaces_are_forbidden_refuses_with_reason_and_advice() -> None:
    done = _run_apart(
        "from treeplay.judge.sandbox import Sandbox, linux, seccomp\n"
        "from treeplay.errors import SandboxError\n"
        "linux.forbid_new_privileges(); seccomp.load()\n"
        "try:\n    Sandbox().__enter__()\nexcept SandboxError as error:\n    print(error)\n"
    )
    assert "cannot be isolated here: " in done.stdout, done.stderr
    assert "unshare(" in done.stdout
    assert "Operation not permitted" in done.stdout
    assert "--unsafe-no-sandbox" in done.stdout


@pytest.mark.parametrize("mapped", ["0", "1234"], ids=["as_root", "as_user"])
def test_sandbox_whose_only_id_is_the_systems_root_refuses(mapped: str) -> None:
    """Else jobs would have root's rights over files, and root's freedom from the limit on processes."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a namespace whose one id is root")
    source = (
        "from treeplay.judge.sandbox import Sandbox\nfrom treeplay.errors import SandboxError\n"
        "try:\n    Sandbox().__enter__()\nexcept SandboxError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        ["unshare", "--user", f"--map-user={mapped}", f"--map-group={mapped}", sys.executable, "-c", source],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "unshare:" in done.stderr:
        pytest.skip(done.stderr)
    assert "jobs would be the system's root" in done.stdout, done.stderr


def test_sandbox_unsafe_where_namespaces_are_forbidden_runs() -> None:
    done = _run_apart(
        "from treeplay.judge.sandbox import Sandbox, linux, seccomp\n"
        "linux.forbid_new_privileges(); seccomp.load()\n"
        "with Sandbox(unsafe=True) as box:\n"
        "    print(box.isolation.isolated, box.run_python({'a.py': 'assert True'}, 'a.py').outcome)\n"
    )
    assert done.stdout == "False passed\n", done.stderr


def test_sandbox_closed_leaves_no_process() -> None:
    before = descendants()
    with Sandbox(TIGHT) as box:
        assert len(descendants() - before) == 2
        assert box.run_python({"a.py": "pass"}, "a.py").outcome == "passed"
    assert descendants() == before


@pytest.mark.parametrize("unsafe", [False, True], ids=["isolated", "unsafe"])
def test_sandbox_judge_killed_takes_everything_along(unsafe: bool) -> None:
    source = (
        "from treeplay.judge.sandbox import Limits, Sandbox\n"
        f"with Sandbox(Limits(wall_s=100), unsafe={unsafe}) as box:\n"
        "    box.run_python({'a.py': 'import subprocess; subprocess.run([\"sleep\", \"31338\"])'}, 'a.py')\n"
    )
    judge = subprocess.Popen([sys.executable, "-c", source])
    assert _wait_until(lambda: "sleep 31338" in command_lines(), 20)
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    assert _wait_until(lambda: "sleep 31338" not in command_lines())


def test_sandbox_zygote_killed_in_a_job_is_infrastructure_and_replaced() -> None:
    before = descendants()
    with Sandbox(TIGHT) as box:
        zygotes = descendants() - before
        killer = threading.Timer(0.5, lambda: [os.kill(pid, signal.SIGKILL) for pid in sorted(zygotes)[:1]])
        killer.start()
        result = box.run_python({"a.py": "import time; time.sleep(60)"}, "a.py")
        killer.join()
        assert result.outcome == "infrastructure"
        assert box.run_python({"a.py": "pass"}, "a.py").outcome == "passed"
    assert _wait_until(lambda: descendants() == before)


def test_sandbox_threads_share_one_in_turn() -> None:
    outcomes = []
    with Sandbox(TIGHT) as box:
        threads = [
            threading.Thread(
                target=lambda n=n: outcomes.append((n, box.run_python({"a.py": f"assert {n} % 2"}, "a.py").outcome))
            )
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(outcomes) == [(n, "passed" if n % 2 else "failed") for n in range(8)]


def test_sandbox_test_that_fills_the_machine_with_threads_has_room(sandbox: Sandbox) -> None:
    source = (
        "import threading\nbarrier = threading.Barrier(11)\n"
        "for _ in range(10):\n    threading.Thread(target=barrier.wait).start()\nbarrier.wait()\n"
    )
    result = sandbox.run_python({"a.py": source}, "a.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_python_started_by_the_job_sees_the_same_world(sandbox: Sandbox) -> None:
    source = (
        "import subprocess, sys\n"
        "code = 'import yaml, jinja2, program; print(program.x)'\n"
        "out = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)\n"
        "assert out.stdout == '7\\n', out\n"
    )
    result = sandbox.run_python({"program.py": "x = 7\n", "a.py": source}, "a.py")
    assert result.outcome == "passed", result.detail


def test_sandbox_randomness_differs_between_jobs(sandbox: Sandbox) -> None:
    source = "import random, secrets, uuid\nprint(random.random(), secrets.token_hex(), uuid.uuid4())\n"
    first, second = (sandbox.run_python({"a.py": source}, "a.py").output.split() for _ in range(2))
    assert not set(first) & set(second)


def test_sandbox_sets_iterate_in_the_same_order_in_every_zygote(sandbox: Sandbox) -> None:
    source = "print({'a', 'b', 'c', 'd', 'e', 'f'})\n"
    first = sandbox.run_python({"a.py": source}, "a.py").output
    with Sandbox(TIGHT) as other:
        assert other.run_python({"a.py": source}, "a.py").output == first


@pytest.mark.parametrize(
    ("argv", "outcome"),
    [
        (["sh", "-c", "test $(cat data) = x"], "passed"),
        (["sh", "-c", "exit 3"], "failed"),
        (["no-such-program"], "failed"),
        (["sleep", NAP], "timeout"),
        (["yes"], "killed"),
    ],
    ids=["exit_0", "exit_3", "not_found", "sleeps", "floods"],
)
def test_sandbox_command_is_judged_by_its_exit_code(sandbox: Sandbox, argv: list[str], outcome: str) -> None:
    assert sandbox.run_command({"data": "x"}, argv).outcome == outcome


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x"])
def test_sandbox_file_outside_the_scratch_folder_is_rejected(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(ValueError, match="scratch folder"):
        sandbox.run_python({name: "", "a.py": ""}, "a.py")


def test_sandbox_more_readable_paths_are_shown_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "tools"
    folder.mkdir(mode=0o755)
    (folder / "tool.txt").write_text("tool")
    source = (
        f"path = {str(folder / 'tool.txt')!r}\nassert open(path).read() == 'tool'\n"
        "try:\n    open(path, 'w')\nexcept OSError:\n    pass\nelse:\n    raise SystemError\n"
    )
    with Sandbox(TIGHT, read_only=[str(folder)]) as box:
        result = box.run_python({"a.py": source}, "a.py")
    assert result.outcome == "passed", result.detail
    assert (folder / "tool.txt").read_text() == "tool"


def test_sandbox_not_entered_has_no_isolation_to_tell() -> None:
    with pytest.raises(SandboxError, match="context manager"):
        _ = Sandbox().isolation


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("assert open('a.py')", "passed"),
        ("import sys; sys.exit(0)", "failed"),
        ("import time; time.sleep(60)", "timeout"),
        ("while True: pass", "timeout"),
        ("while True: print('x' * 999)", "killed"),
        (f"import subprocess; subprocess.Popen(['sleep', '{NAP}'], start_new_session=True)", "passed"),
        ("import os\nopen('x' * 9, 'w').write('x' * (5 << 20))", "failed"),
    ],
    ids=["passes", "exits", "sleeps", "loops", "floods", "leaves_a_daemon", "big_file"],
)
def test_unsafe_mode_still_limits_and_cleans_up(
    unsafe_sandbox: Sandbox, tmp_path: Path, source: str, outcome: str
) -> None:
    mark = f"{tmp_path.name}-{os.getpid()}"  # tells this test's folders from those of other processes' jobs
    left = f"treeplay-job-*/job/{mark}"
    there = f"from pathlib import Path\nassert list(Path('/tmp').glob({left!r}))"
    assert unsafe_sandbox.run_python({"a.py": there, mark: ""}, "a.py").outcome == "passed"
    result = unsafe_sandbox.run_python({"a.py": source, mark: ""}, "a.py")
    assert result.outcome == outcome, result
    assert _wait_until(lambda: f"sleep {NAP}" not in command_lines())
    assert not list(Path("/tmp").glob(left))


def test_a_job_that_compiles_first_is_waited_for_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_GRACE_S", 3)
    with Sandbox(Limits(wall_s=0.5, build_s=4)) as box:
        result = box.run_command({}, ["/bin/sleep", "60"])
    assert result.outcome == "timeout", result


@pytest.fixture(scope="module")
def unsafe_sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(wall_s=1.5, cpu_s=1, file_mib=4, output_kib=64), unsafe=True) as box:
        yield box
