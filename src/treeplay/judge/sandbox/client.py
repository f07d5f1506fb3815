"""The judge's side of the sandbox: starts a zygote, sends it jobs, replaces it when it fails."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, Self

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import wire
from treeplay.judge.sandbox.limits import Limits, Means, RunResult

_START_S = 60.0
_GRACE_S = 15.0
_CLOSE_S = 5.0
_SOURCE = Path(__file__).parents[3]
_BOOTSTRAP = (
    "import json, sys; sys.path.insert(0, sys.argv[1])\n"
    "from treeplay.judge.sandbox.zygote import main\n"
    "sys.path.pop(0); main(int(sys.argv[2]), means=sys.argv[3], read_only=json.loads(sys.argv[4]))\n"
)
_PROBE = (
    "import os, sys\nassert os.listdir() == ['probe.py']\n"
    "if not os.access(sys.executable, os.X_OK):\n"
    "    raise PermissionError(f'{sys.executable} must be readable by every user, for jobs are not root')\n"
)
_ENVIRONMENT = {
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    "MALLOC_ARENA_MAX": "2",  # else each thread reserves 64 MiB of its job's address space
}
_DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class Isolation:
    """What the system gives."""

    means: Means
    "Namespaces by hand or by bubblewrap: user, mount, process, network, IPC, host name. Or none."
    procfs: bool
    "A /proc of the job's own; without one, total memory is not watched and some programs do not run."
    seccomp: bool
    "The filter on system calls."

    @property
    def isolated(self) -> bool:
        """Whether jobs are kept from the system at all."""
        return self.means != "none"


class Sandbox:
    """Runs hostile code, one job at a time, each in namespaces of its own. A context manager; threads may share it.

    Args:
        limits: the bounds of each job.
        unsafe: run without isolation: process groups, limits, a scratch folder and timeouts remain.
        read_only: more paths that jobs may read, such as a compiler's folder, if their modes let every user.
        means: isolate this way only; by default namespaces by hand and, where the system forbids them, bubblewrap.

    Raises:
        SandboxError: on entering, if the system cannot isolate; says which step failed and what to do.
    """

    def __init__(
        self,
        limits: Limits = _DEFAULT_LIMITS,
        *,
        unsafe: bool = False,
        read_only: Sequence[str] = (),
        means: Means | None = None,
    ) -> None:
        self.limits = limits
        self._means: tuple[Means, ...] = ("none",) if unsafe else (means,) if means else ("namespaces", "bubblewrap")
        self.read_only = tuple(read_only)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None
        self._isolation: Isolation | None = None
        self._closed = False

    def __enter__(self) -> Self:
        refusals = []
        for means in self._means:
            try:
                with self._lock:
                    self._start(means)
                self._means = (means,)  # for the zygotes that may have to replace this one
                return self._tried()
            except _Refusal as refusal:
                refusals.append(str(refusal))
        raise SandboxError(_refusal("; ".join(refusals)))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def isolation(self) -> Isolation:
        """What this sandbox's zygote reported when it started."""
        if self._isolation is None:
            raise SandboxError("the sandbox is not running; use it as a context manager")
        return self._isolation

    def run_python(self, files: Mapping[str, str], entry: str, limits: Limits | None = None) -> RunResult:
        """Runs the file `entry` as `__main__` in a folder that holds `files`; passes if it ends without an exception.

        `SystemExit`, whatever its code, is an exception here.

        Args:
            files: names, within the folder, to contents.
            entry: the name of one of them.
            limits: the bounds of this job, if not the sandbox's.
        """
        return self._run(files, entry=entry, argv=(), limits=limits or self.limits)

    def run_command(self, files: Mapping[str, str], argv: Sequence[str], limits: Limits | None = None) -> RunResult:
        """Runs a command in a folder that holds `files`; passes if its exit code is 0.

        Args:
            files: names, within the folder, to contents.
            argv: the command.
            limits: the bounds of this job, if not the sandbox's.
        """
        if not argv:
            raise ValueError("an empty command")
        return self._run(files, entry=None, argv=tuple(argv), limits=limits or self.limits)

    def close(self) -> None:
        """Ends the zygote and, with it, whatever it still runs, for good. Any thread may call it."""
        self._closed = True
        self._discard()

    def _run(self, files: Mapping[str, str], *, entry: str | None, argv: tuple[str, ...], limits: Limits) -> RunResult:
        for name in files:
            if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
                raise ValueError(f"{name!r} does not lie in the scratch folder")
        if entry is not None and entry not in files:
            raise ValueError(f"the entry {entry!r} is not among the files")
        request = {"files": dict(files), "entry": entry, "argv": argv, "limits": asdict(limits)}
        with self._lock:
            try:
                answer = self._exchange(request)
            except (OSError, SandboxError) as error:
                answer = None
                reason = str(error)
            else:
                reason = "it is closed" if self._closed else "the zygote ended"
            if answer is None:
                self._discard()
                return RunResult("infrastructure", f"no answer from the sandbox: {reason}")
            return RunResult(**answer)

    def _tried(self) -> Self:
        probe = self.run_python({"probe.py": _PROBE}, "probe.py", replace(self.limits, wall_s=_START_S))
        if probe.outcome != "passed":
            with self._lock:
                self._discard()
            raise _Refusal(f"a trial job: {probe.detail or probe.outcome}")
        return self

    def _exchange(self, request: dict[str, Any]) -> dict[str, Any] | None:
        if self._channel is None and not self._closed:
            self._start(self._means[0])
        channel = self._channel
        if channel is None:
            return None
        bounds = request["limits"]
        channel.settimeout(bounds["wall_s"] + bounds["build_s"] + _GRACE_S)
        wire.send(channel, request)
        return wire.receive(channel)

    def _discard(self) -> None:
        process, channel, self._process, self._channel = self._process, self._channel, None, None
        if channel is not None:
            with suppress(OSError):
                channel.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits on it
            channel.close()
        if process is not None:
            try:
                process.wait(timeout=_CLOSE_S)  # its namespace ends before it does: nothing is left then
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, means: Means) -> None:
        if means != "none" and sys.platform != "linux":
            raise _Refusal(f"{means}: {sys.platform} has none; they are Linux's")
        ours, theirs = socket.socketpair()
        numbers = [str(_SOURCE), str(theirs.fileno()), means, json.dumps(self.read_only)]
        with tempfile.TemporaryFile() as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-s", "-P", "-B", "-c", _BOOTSTRAP, *numbers],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd="/",
                env=_ENVIRONMENT,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
            theirs.close()
            self._channel = ours
            ours.settimeout(_START_S)
            try:
                hello = wire.receive(ours)
            except OSError:
                hello = None
            if hello is None:
                self._discard()
                errors.seek(0)
                said = errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
                raise SandboxError(f"the sandbox's process did not start: {' '.join(said) or 'no answer'}")
        if "error" in hello:
            self._discard()
            raise _Refusal(f"{hello['failed_step']}: {hello['error']}")
        self._isolation = Isolation(**hello)
        if self._closed:
            self._discard()


class _Refusal(SandboxError):
    """One means of isolation does not work here; says which step failed."""


def _refusal(reasons: str) -> str:
    """The whole message of a refusal: what failed, and the switches that this system has."""
    return (
        f"generated code cannot be isolated here: {reasons}. {_advice()}To run it without isolation, "
        "where it may do whatever you may do, say --unsafe-no-sandbox (in settings: unsafe_no_sandbox=true)."
    )


def _advice() -> str:
    advice = []
    for path, bad, command in (
        ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("user/max_user_namespaces", "0", "user.max_user_namespaces=10000"),
    ):
        with suppress(OSError):
            if Path("/proc/sys", path).read_text().strip() == bad:
                advice.append(f"`sudo sysctl -w {command}`")
    if advice:
        return f"Allow user namespaces: {', '.join(advice)}. "
    if Path("/.dockerenv").exists() or Path("/run/.containerenv").exists():
        return (
            "In a container: start it with `--security-opt seccomp=unconfined --security-opt "
            "systempaths=unconfined --cap-add SYS_ADMIN`. "
        )
    return "Linux 5.14 or newer with user namespaces is needed. "
