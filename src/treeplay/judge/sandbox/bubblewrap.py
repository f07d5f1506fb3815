"""Jobs in bubblewrap, for systems that let it, and nobody else, make namespaces.

That is where it is set-uid root and unprivileged user namespaces are off, or where a security module allows them
to a list of programs (Ubuntu 24.04 and later). There no process of ours can make a namespace of its own, so none
can be shut in once and fork jobs: each job starts bubblewrap and an interpreter anew. From there on all is as in
`job.py`: the interpreter is process 1 of the new namespace, reaps, and never runs anything of the job's itself.
Source: bwrap(1); works with 0.5 and later.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NoReturn

from treeplay.judge.sandbox.confine import DEVICES, ETC_FILES, ConfinementError, visible_paths
from treeplay.judge.sandbox.job import SCRATCH, Channels, Job, World, run_first
from treeplay.judge.sandbox.limits import Limits
from treeplay.judge.sandbox.runner import run_body

_SOURCE = Path(__file__).parents[3]
_PACKAGE = _SOURCE / "treeplay"
_NEEDED = ("__init__.py", "errors.py", "judge/__init__.py", "judge/sandbox")
"All of our package that a job may see, and its first process needs."
_BOOTSTRAP = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from treeplay.judge.sandbox.bubblewrap import run_inside\n"
    "sys.path.pop(0); run_inside(*map(int, sys.argv[2:]))\n"
)
_MIB = 1 << 20
_SHARED_MIB = 8
_MAX_FILES = 8192
_LOOK_S = 0.03


@dataclass(frozen=True)
class Bubblewrap:
    """A program that isolates, as found on this system."""

    path: str
    shown: tuple[str, ...]
    "Paths beside the system's own that jobs may read."
    own_user: bool
    "Whether it gives jobs a user namespace, and with it an id that owns nothing and processes of their own to count."

    def enter(self, job: Job, world: World, channels: Channels) -> NoReturn:
        """Becomes bubblewrap, in it an interpreter, and in that the first process of the job."""
        try:
            limits = job.limits if self.own_user else _beside_the_users_own(job.limits)
            request = asdict(replace(job, limits=limits)) | {"path": world.path}
            request_fd = _in_memory(json.dumps(request).encode())
            null = os.open(os.devnull, os.O_RDONLY)
            for fd, place in ((null, 0), (channels.output, 1), (channels.output, 2)):
                os.dup2(fd, place)
            kept = (request_fd, channels.output, channels.status, channels.report.fileno())
            for fd in kept:
                os.set_inheritable(fd, True)
            inside = [sys.executable, "-s", "-P", "-B", "-c", _BOOTSTRAP, str(_SOURCE), *map(str, kept)]
            os.execve(self.path, [self.path, *self._arguments(limits), "--", *inside], dict(os.environ))
        except BaseException as error:
            os.write(channels.status, f"set-up: {type(error).__name__}: {error}".encode()[:500])
        os._exit(1)

    def _arguments(self, limits: Limits) -> list[str]:
        arguments = ["--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "sandbox"]
        arguments += [f"--unshare-{name}" for name in ("ipc", "pid", "net", "uts")] + ["--unshare-cgroup-try"]
        arguments += ["--unshare-user", "--uid", "1000", "--gid", "1000"] if self.own_user else []
        arguments += _file_system(self.shown, own_user=self.own_user)
        arguments += _tmpfs("/tmp", limits.scratch_mib, bounded=self.own_user)
        for path in visible_paths(self.shown):
            if path.is_relative_to("/tmp"):  # the scratch file system has just covered it
                arguments += ["--ro-bind", str(path), str(path)]
        return [*arguments, "--remount-ro", "/", "--chdir", "/"]


def find_bubblewrap(shown: Iterable[str]) -> Bubblewrap:
    """The bubblewrap of this system.

    Raises:
        ConfinementError: there is none, or it cannot isolate.
    """
    path = shutil.which("bwrap")
    if path is None:
        raise ConfinementError("bubblewrap", "it is not installed")
    # A file of root's that shows as ours: our id is the system's root, be it in a namespace that calls it otherwise.
    if Path("/proc/sys/kernel/ostype").stat().st_uid == os.geteuid():
        raise ConfinementError("bubblewrap", "jobs would be the system's root outside; start as an ordinary user")
    trial = ["--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    said = ""
    for own_user in (True, False):
        asked = ["--unshare-user", "--uid", "1000", "--gid", "1000"] if own_user else []
        done = subprocess.run([path, *asked, *trial], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return Bubblewrap(path, tuple(shown), own_user)
        said = said or done.stderr.strip()
    raise ConfinementError("bubblewrap", said)


def run_inside(request_fd: int, output: int, status: int, report: int) -> NoReturn:
    """The first process of a job, in bubblewrap: reads the request, then does as `job.run_first` does."""
    with os.fdopen(request_fd, "rb") as stream:
        request = json.load(stream)
    job = Job(request["files"], request["entry"], tuple(request["argv"]), Limits(**request["limits"]))
    world = World(isolated=True, proc_fd=-1, has_procfs=True, path=request["path"], is_wrapped=True)
    for fd in (output, status, report):
        os.set_inheritable(fd, False)
    Path(SCRATCH).mkdir(mode=0o700)
    _bound_scratch(job.limits)
    run_first(job, world, Channels(output, status, socket.socket(fileno=report)), run_body)


def _bound_scratch(limits: Limits) -> None:
    """Has this process look every few moments at what lies in the job's file systems, and end the job that hoards.

    Bubblewrap cannot bound the number of files and, where it is set-uid, not their size either.
    """

    def look(*_: object) -> None:
        for folder, mib in (("/tmp", limits.scratch_mib), ("/dev/shm", _SHARED_MIB)):
            there = os.statvfs(folder)
            bytes_used = (there.f_blocks - there.f_bfree) * there.f_frsize
            if bytes_used > mib * _MIB or there.f_files - there.f_ffree > _MAX_FILES:
                os.kill(-1, signal.SIGKILL)  # all in this namespace but process 1, which we are

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_S, _LOOK_S)


def _tmpfs(folder: str, mib: int, *, bounded: bool) -> list[str]:
    return [*(["--size", str(mib * _MIB)] if bounded else []), "--tmpfs", folder]


def _file_system(shown: Iterable[str], *, own_user: bool) -> list[str]:
    arguments = ["--proc", "/proc", "--tmpfs", "/dev"]
    for name in DEVICES:
        arguments += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for name, target in (("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        arguments += ["--symlink", f"/proc/self/{target}", f"/dev/{name}"]
    arguments += [*_tmpfs("/dev/shm", _SHARED_MIB, bounded=own_user), "--remount-ro", "/dev"]
    for path in visible_paths(shown):
        if path.is_symlink() and len(path.parts) == 2:
            arguments += ["--symlink", str(path.readlink()), str(path)]
        elif not path.is_relative_to("/tmp"):
            arguments += ["--ro-bind", str(path), str(path)]
    for name, text in ETC_FILES.items():
        arguments += ["--ro-bind-data", str(_in_memory(text.encode(), inherit=True)), f"/etc/{name}"]
    return arguments + _own_package()


def _own_package() -> list[str]:
    """Our own package is covered, with its corpus of answers, but for what the first process is made of."""
    arguments = ["--tmpfs", str(_PACKAGE)]
    for name in _NEEDED:
        arguments += ["--ro-bind", str(_PACKAGE / name), str(_PACKAGE / name)]
    return [*arguments, "--remount-ro", str(_PACKAGE)]


def _in_memory(data: bytes, *, inherit: bool = False) -> int:
    fd = os.memfd_create("treeplay", 0 if inherit else os.MFD_CLOEXEC)
    os.write(fd, data)
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _beside_the_users_own(limits: Limits) -> Limits:
    """Without a user namespace the kernel counts all of the user's threads against a job's limit on processes."""
    mine, tasks = os.getuid(), 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                tasks += len(list((entry / "task").iterdir())) if entry.stat().st_uid == mine else 0
            except OSError:
                continue  # it has just ended
    return replace(limits, processes=limits.processes + tasks)
