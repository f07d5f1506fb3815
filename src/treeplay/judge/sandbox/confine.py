"""Shuts the zygote itself in, once: its own small read-only file system, no network, no processes but its own.

What a job then adds (its own namespaces inside these, a scratch folder, limits) stands in `job.py`. Works as
root, where the zygote becomes `nobody`, and as an ordinary user, where a user namespace gives the rights that
mounting needs inside it.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from treeplay.judge.sandbox import linux
from treeplay.judge.sandbox.job import OLD_TMP
from treeplay.judge.sandbox.limits import SYSTEM_FOLDERS

_ETC_BINDS = (
    "ld.so.cache",
    "localtime",
    "mime.types",
    "alternatives",
    "ssl/certs",
    "ssl/openssl.cnf",
    "pki/tls/certs",
)
ETC_FILES = {
    "passwd": "root:x:0:0:root:/:/bin/sh\nuser:x:1000:1000:user:/tmp/job:/bin/sh\n",
    "group": "root:x:0:\nuser:x:1000:\n",
    "hosts": "127.0.0.1 localhost\n::1 localhost\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    "resolv.conf": "",
}
DEVICES = ("null", "zero", "full", "random", "urandom")
_DEVICE_LINKS = {"fd": "fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
_PREFIX_PARTS = ("bin", "lib", "lib64", "pyvenv.cfg")
_STAGE = "/sys"  # any folder that every system has and no job needs: the new root is put together on it
_NOBODY = 65534


class ConfinementError(Exception):
    """A step of the confinement failed; `args` are the step and the system's answer."""


def confine(read_only: Iterable[str], hidden: Iterable[str]) -> int:
    """Moves this single-threaded process into a small world of its own, all but the process namespace.

    The next process it starts is the first of a new process namespace; `finish` is for that one.

    Args:
        read_only: absolute paths beside the system's own that jobs may read.
        hidden: folders inside those that they may not.

    Returns:
        An open file of /proc, for writing id maps later.

    Raises:
        ConfinementError: the system does not allow a step.
    """
    proc_fd = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    steps = "namespaces"
    try:
        if os.geteuid() == 0:
            linux.unshare(linux.CLONE_NEWNS)
            steps = "file system"
            _build_root(read_only, hidden)
            steps = "user namespace"
            _become_nobody()
            _enter_user_namespace(proc_fd)
        else:
            steps = "user namespace"
            _enter_user_namespace(proc_fd)
            linux.unshare(linux.CLONE_NEWNS)
            steps = "file system"
            _build_root(read_only, hidden)
        steps = "namespaces"
        linux.unshare(
            linux.CLONE_NEWNS
            | linux.CLONE_NEWPID
            | linux.CLONE_NEWNET
            | linux.CLONE_NEWIPC
            | linux.CLONE_NEWUTS
            | linux.CLONE_NEWCGROUP
        )
    except OSError as error:
        raise ConfinementError(steps, str(error)) from error
    return proc_fd


def finish() -> bool:
    """In the first process of the new process namespace: covers the outer /proc.

    Returns:
        Whether /proc now shows our own processes; where the system forbids that (a container that masks parts
        of /proc), jobs see an empty one.
    """
    try:
        linux.mount("proc", "/proc", "proc", linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC)
    except OSError:
        linux.mount("none", "/proc", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC, "size=4k,mode=555")
        return False
    return True


def interpreter_paths() -> list[str]:
    """What the running interpreter needs beside the system folders: its prefix, base prefix, site-packages."""
    prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    wanted = [str(Path(prefix, part)) for prefix in prefixes for part in _PREFIX_PARTS]
    wanted += [entry for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")]
    return wanted


def _enter_user_namespace(proc_fd: int) -> None:
    uid, gid = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER)
    linux.map_identity(proc_fd, inside=0, outside_uid=uid, outside_gid=gid)
    # Only where our one id is the system's root does a file of root's show as ours in here.
    if os.stat("sys/kernel/ostype", dir_fd=proc_fd).st_uid == 0:
        raise OSError(
            errno.EPERM, "jobs would be the system's root outside; start as a user of another id, or as root proper"
        )


def _become_nobody() -> None:
    """Root's rights over files end here; in a namespace that holds one id only, it stays, if it is no root outside."""
    try:
        os.setgroups([])
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    except OSError:
        if os.geteuid() != 0:
            raise
    linux.set_dumpable(True)  # changing ids cleared it, and without it /proc/self/uid_map cannot be written


def _build_root(read_only: Iterable[str], hidden: Iterable[str]) -> None:
    linux.mount("none", "/", flags=linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("none", _STAGE, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "size=1m,mode=755")
    root = Path(_STAGE)
    for name in ("proc", "tmp", "dev/shm", "etc", OLD_TMP.lstrip("/")):
        (root / name).mkdir(parents=True)
    linux.mount("/proc", str(root / "proc"), flags=linux.MS_BIND | linux.MS_REC)
    for name in DEVICES:
        _bind(Path("/dev", name), root / "dev" / name)
    for name, target in _DEVICE_LINKS.items():
        (root / "dev" / name).symlink_to("/proc/self/" + target)
    for name, text in ETC_FILES.items():
        (root / "etc" / name).write_text(text)
    for path in visible_paths(read_only):
        _show(path, root)
    for folder in hidden:
        if (root / folder.lstrip("/")).is_dir():
            linux.mount("none", str(root / folder.lstrip("/")), "tmpfs", linux.MS_NODEV, "size=4k,mode=555")
    linux.seal(_STAGE, recursive=False)
    linux.pivot_root(_STAGE)


def visible_paths(read_only: Iterable[str]) -> Iterator[Path]:
    """The paths that jobs see: the system's own and `read_only`, if they exist, none inside another."""
    wanted = [Path("/", name) for name in SYSTEM_FOLDERS] + [Path("/etc", name) for name in _ETC_BINDS]
    shown: list[Path] = []
    for path in sorted({*wanted, *map(Path, read_only)}, key=lambda each: len(each.parts)):
        if path.exists() and not any(path.is_relative_to(other) for other in shown):
            shown.append(path)
            yield path


def _show(path: Path, root: Path) -> None:
    """A read-only view of a path, or the same link where it is one at the top (`/bin` -> `usr/bin`)."""
    target = root / path.relative_to("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() and len(path.parts) == 2:
        target.symlink_to(path.readlink())
        return
    _bind(path, target)
    linux.seal(str(target), recursive=True)


def _bind(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    linux.mount(str(source), str(target), flags=linux.MS_BIND | linux.MS_REC)
