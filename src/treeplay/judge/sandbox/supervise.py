"""Watches one job from outside, ends it at its limits, and says what came of it."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from treeplay.judge.sandbox import linux
from treeplay.judge.sandbox.job import Channels, Job, World
from treeplay.judge.sandbox.limits import Limits, Outcome, RunResult
from treeplay.judge.sandbox.runner import NONCE_BYTES, unseal

_TICK_S = 0.03
_KEPT_OUTPUT = 4000
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MIB = 1 << 20


@dataclass
class _Output:
    """The end of what a job wrote, and how much it was."""

    fd: int
    limit: int
    total: int = 0
    tail: bytes = b""

    def drain(self) -> bool:
        """Reads what is there; false once the pipe is closed."""
        while self.total <= self.limit:
            try:
                part = os.read(self.fd, 1 << 16)
            except BlockingIOError:
                return True
            if not part:
                return False
            self.total += len(part)
            self.tail = (self.tail + part)[-_KEPT_OUTPUT:]
        return True


@dataclass
class _Running:
    """A job under way: its first process and our ends of its pipes."""

    pid: int
    output: _Output
    status: int
    report: socket.socket
    nonce: bytes
    started: float = field(default_factory=time.monotonic)


def run(
    job: Job,
    world: World,
    *,
    control: socket.socket,
    start: Callable[[Channels], NoReturn],
    pid_namespace: int | None,
) -> RunResult:
    """Starts a job, watches it to its end and leaves nothing of it behind.

    Args:
        job: what to run, with its limits.
        world: how this zygote isolates.
        control: the judge's channel; when the judge is gone, so is this process, and with it the job.
        start: runs in the forked first process and never returns.
        pid_namespace: an open file of our own process namespace, to return to; none when not isolating.
    """
    running = _launch(job, start, pid_namespace)
    stopped = _watch(running, job.limits, world, control)
    with suppress(ProcessLookupError):
        if stopped or not (world.isolated or world.is_wrapped):  # else the first process ends by itself
            os.kill(running.pid, signal.SIGKILL)
    _, _, usage = os.wait4(running.pid, 0)  # in a namespace, returns once every process in it is dead
    if not world.isolated:
        _kill_descendants()
    wall_s = time.monotonic() - running.started
    running.output.drain()
    try:
        outcome, detail = stopped or _conclude(job, running, usage.ru_utime + usage.ru_stime)
    finally:
        os.close(running.output.fd)
        os.close(running.status)
        running.report.close()
    return RunResult(outcome, detail, round(wall_s, 4), running.output.tail.decode("utf-8", "replace"))


def _launch(job: Job, start: Callable[[Channels], NoReturn], pid_namespace: int | None) -> _Running:
    output_read, output_write = os.pipe()
    status_read, status_write = os.pipe()
    ours, theirs = socket.socketpair()
    if pid_namespace is not None:
        linux.unshare(linux.CLONE_NEWPID)
    pid = os.fork()
    if pid == 0:
        start(Channels(output_write, status_write, theirs))
    if pid_namespace is not None:
        linux.enter_namespace(pid_namespace, linux.CLONE_NEWPID)
    os.close(output_write)
    os.close(status_write)
    theirs.close()
    os.set_blocking(output_read, False)
    os.set_blocking(status_read, False)
    nonce = os.urandom(NONCE_BYTES)  # drawn after the fork: it is not in the job's memory
    with suppress(OSError):  # a job that failed to start has closed its end
        ours.sendall(nonce)
    return _Running(pid, _Output(output_read, job.limits.output_kib << 10), status_read, ours, nonce)


def _watch(running: _Running, limits: Limits, world: World, control: socket.socket) -> tuple[Outcome, str] | None:
    """Waits for the first process's end; returns why the job must be killed, or none if it ended by itself."""
    poller = select.poll()
    poller.register(running.status, 0)  # hang-up only: the first process alone holds the other end
    poller.register(running.output.fd, select.POLLIN)
    poller.register(control, 0)
    baseline = _resident_pages(os.getpid()) if world.isolated else 0
    deadline, look = running.started + limits.wall_s + limits.build_s, running.started + _TICK_S
    while True:
        events = dict(poller.poll(_TICK_S * 1000))
        if control.fileno() in events:
            return "killed", "the judge is gone"
        if running.output.fd in events and not running.output.drain():
            poller.unregister(running.output.fd)
        if running.status in events:
            return None
        if running.output.total > running.output.limit:
            return "killed", f"wrote more than {limits.output_kib} KiB of output"
        now = time.monotonic()
        if now > deadline:
            return "timeout", f"did not end within {limits.wall_s + limits.build_s:g} s"
        if now < look or not world.has_procfs:
            continue
        look = now + _TICK_S  # whatever it writes meanwhile
        if _pages(running, world, baseline) * _PAGE > limits.memory_mib * _MIB:
            return "killed", f"used more than {limits.memory_mib} MiB of memory"


def _conclude(job: Job, running: _Running, cpu_s: float) -> tuple[Outcome, str]:
    status_text = _read_all(running.status)
    if not status_text or status_text.startswith("set-up"):
        said = running.output.tail.decode("utf-8", "replace").strip()[-300:]
        return "infrastructure", status_text or f"the job's first process was killed by the system {said}".strip()
    status = int(status_text)
    if job.entry is None and status == 0:
        return "passed", ""
    answer = unseal(running.nonce, _read_report(running.report))
    if answer == b"passed" and job.entry is not None:
        return "passed", ""
    if answer is not None:
        return "failed", answer.removeprefix(b"failed:").decode("utf-8", "replace")
    if os.WIFSIGNALED(status) and (
        os.WTERMSIG(status) == signal.SIGXCPU or cpu_s >= job.limits.cpu_s + job.limits.build_s
    ):
        return "timeout", f"used more than {job.limits.cpu_s} s of processor time"
    return _how_it_ended(job, status, running.output.tail)


def _how_it_ended(job: Job, status: int, tail: bytes) -> tuple[Outcome, str]:
    said = tail.decode("utf-8", "replace").strip()[-1000:]
    said = f"; its last words: {said}" if said else ""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return ("killed" if number == signal.SIGKILL else "failed"), f"ended by signal {number}{said}"
    code = os.WEXITSTATUS(status)
    early = " before the test was over" if job.entry is not None else ""
    return "failed", f"the process ended with exit code {code}{early}{said}"


def _read_all(fd: int) -> str:
    try:
        return os.read(fd, 4096).decode("utf-8", "replace")
    except BlockingIOError:
        return ""


def _read_report(report: socket.socket) -> bytes:
    try:
        return report.recv(1 << 16, socket.MSG_DONTWAIT)
    except OSError:
        return b""


def _pages(running: _Running, world: World, baseline: int) -> int:
    """Resident pages of all the job's processes, less what each shares with the zygote it was forked from."""
    if world.isolated:  # /proc shows our own namespace only
        pids = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()} - {os.getpid()}
    else:
        pids = _with_descendants(running.pid)
    return sum(max(0, _resident_pages(pid) - baseline) for pid in pids)


def _with_descendants(pid: int) -> set[int]:
    found, new = {pid}, [pid]
    while new:
        children = _children(new.pop()) - found
        found |= children
        new += children
    return found


def _children(pid: int) -> set[int]:
    try:
        return {int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()  # it has just ended


def _resident_pages(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0  # it has just ended


def _kill_descendants() -> None:
    """Without a process namespace: kills whatever the job left, which this process, their subreaper, inherits."""
    while pids := _children(os.getpid()):
        for pid in pids:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
