"""One job inside its own namespaces: the first process, which reaps, and the second, which runs the hostile code.

    zygote ── first (pid 1: mounts, waits, ends the namespace) ── second (no rights, limits, runs the code)

The first process never runs anything of the job's and cannot be traced, signalled or killed by it; when the
second ends, so does the first, and the kernel kills whatever else is left in the namespace.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from treeplay.judge.sandbox import linux, seccomp
from treeplay.judge.sandbox.limits import Limits

SCRATCH = "/tmp/job"
OLD_TMP = "/.tmp"
_UID = 1000
_MIB = 1 << 20


@dataclass(frozen=True)
class Job:
    """What to run: Python to execute here (`entry`), or a command to start (`argv`)."""

    files: dict[str, str]
    entry: str | None
    argv: tuple[str, ...]
    limits: Limits


@dataclass(frozen=True)
class Channels:
    """The job's ends of its pipes."""

    output: int
    "Standard output and error go here."
    status: int
    "The first process writes the second's wait status, or why the job could not be set up."
    report: socket.socket
    "The runner's: a nonce comes in, a sealed result goes out."


@dataclass(frozen=True)
class World:
    """What the zygote found out about the system, and how it isolates."""

    isolated: bool
    proc_fd: int
    has_procfs: bool
    path: str
    "The job's PATH."
    paths_under_tmp: tuple[str, ...] = ()
    "Read-only paths inside /tmp, which the job's own /tmp would cover."
    scratch: str = SCRATCH
    "The folder that a job starts in."
    is_wrapped: bool = False
    "The job's namespaces and file systems are there already, by bubblewrap."


def run_first(job: Job, world: World, channels: Channels, body: Callable[[Job, int], object]) -> NoReturn:
    """The first process of a job. Never returns and never raises."""
    try:
        if sys.platform == "linux":
            linux.die_with_parent()
        if world.isolated and not world.is_wrapped:
            _isolate(job.limits, world)
        child = os.fork()
        if child == 0:
            _run_second(job, world, channels, body)
        if sys.platform == "linux":
            linux.set_dumpable(False)
        if world.isolated:
            linux.drop_capabilities()
        os.close(channels.output)
        channels.report.close()
        os.write(channels.status, b"%d" % _reap_until(child))
    except BaseException as error:  # whatever it is, the zygote must hear of it
        os.write(channels.status, f"set-up: {type(error).__name__}: {error}".encode()[:500])
    os._exit(0)


def _reap_until(child: int) -> int:
    while True:
        pid, status = os.wait()
        if pid == child:
            return status


def _isolate(limits: Limits, world: World) -> None:
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWNET | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
    flags = linux.MS_NOSUID | linux.MS_NODEV
    _mount_tmp(f"size={limits.scratch_mib}m,nr_inodes=8192,mode=1777", world.paths_under_tmp)
    linux.mount("none", "/dev/shm", "tmpfs", flags, "size=8m,nr_inodes=256,mode=1777")
    if world.has_procfs:
        linux.mount("proc", "/proc", "proc", flags | linux.MS_NOEXEC)
        linux.mount("/proc/sys", "/proc/sys", flags=linux.MS_BIND)
        linux.seal("/proc/sys", recursive=False)
    socket.sethostname("sandbox")
    linux.bring_loopback_up()
    Path(SCRATCH).mkdir(mode=0o700)
    uid, gid = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER)
    if uid != _UID:
        linux.map_identity(world.proc_fd, inside=_UID, outside_uid=uid, outside_gid=gid)


def _mount_tmp(options: str, paths_inside: tuple[str, ...]) -> None:
    if paths_inside:
        linux.mount("/tmp", OLD_TMP, flags=linux.MS_BIND | linux.MS_REC)
    linux.mount("none", "/tmp", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)
    for path in paths_inside:
        source = Path(OLD_TMP, Path(path).relative_to("/tmp"))
        if source.is_dir():
            Path(path).mkdir(parents=True)
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).touch()
        linux.mount(str(source), path, flags=linux.MS_BIND | linux.MS_REC)


def _run_second(job: Job, world: World, channels: Channels, body: Callable[[Job, int], object]) -> NoReturn:
    """Gives up everything, then runs the code. What fails before that is the sandbox's fault, and said to be."""
    try:
        os.setsid()
        report = _arrange_files(channels)
        os.chdir(world.scratch)
        _write_files(job.files)
        _set_environment(world.path, world.scratch)
        _set_limits(job.limits, isolated=world.isolated)
        if sys.platform == "linux":
            linux.die_with_parent()
            linux.forbid_new_privileges()
            linux.drop_capabilities()
            if seccomp.is_supported():
                seccomp.load()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    except BaseException as error:
        os.write(channels.status, f"set-up: {type(error).__name__}: {error}".encode()[:500])
        os._exit(1)
    os.close(channels.status)
    if job.entry is None:
        _start_command(job.argv)
    leave = os._exit  # the code may patch the module's
    try:
        body(job, report)
    finally:
        leave(1)


def _arrange_files(channels: Channels) -> int:
    """Standard streams in place, the status and report files kept (never inherited by programs), all else closed."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(channels.output, 1)
    os.dup2(channels.output, 2)
    kept = sorted((channels.status, report := channels.report.detach()))
    start = 3
    for fd in kept:
        os.closerange(start, fd)
        start = fd + 1
    os.closerange(start, 1024)  # the zygote opens a dozen files at most
    return report


def _write_files(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _set_environment(path: str, scratch: str) -> None:
    os.environ.clear()
    os.environ.update(
        PATH=path,
        HOME=scratch,
        TMPDIR=str(Path(scratch).parent),
        LANG="C.UTF-8",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONHASHSEED="0",
        MALLOC_ARENA_MAX="2",
    )


def _set_limits(limits: Limits, *, isolated: bool) -> None:
    wanted = {
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_CPU": (limits.cpu_s + limits.build_s, limits.cpu_s + limits.build_s + 1),
        "RLIMIT_FSIZE": (limits.file_mib * _MIB,) * 2,
        "RLIMIT_NOFILE": (limits.open_files,) * 2,
        "RLIMIT_MSGQUEUE": (0, 0),
        "RLIMIT_MEMLOCK": (0, 0),
    }
    if limits.address_space_mib:
        wanted["RLIMIT_AS"] = (limits.address_space_mib * _MIB,) * 2
    if isolated:  # else it would count all the user's processes, not the job's
        wanted["RLIMIT_NPROC"] = (limits.processes,) * 2
    for name, values in wanted.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            ceiling = resource.getrlimit(kind)[1]
            soft, hard = (each if ceiling == resource.RLIM_INFINITY else min(each, ceiling) for each in values)
            resource.setrlimit(kind, (soft, hard))


def _start_command(argv: tuple[str, ...]) -> NoReturn:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        os.execvp(argv[0], argv)
    except OSError as error:
        os.write(2, f"{argv[0]}: {error.strerror}\n".encode())
    os._exit(127)
