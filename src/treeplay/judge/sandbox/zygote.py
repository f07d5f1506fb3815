"""The warm process that jobs are forked from: small, single-threaded, with common modules already imported.

Started by `Sandbox` over one end of a socket pair. It shuts itself in (`confine.py`), says so, and then runs one
job after another until the judge closes the socket or dies, with which its whole process namespace ends.
"""

from __future__ import annotations

import gc
import importlib
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NoReturn

from treeplay.judge.sandbox import bubblewrap, confine, linux, seccomp, supervise, wire
from treeplay.judge.sandbox.job import SCRATCH, Channels, Job, World, run_first
from treeplay.judge.sandbox.limits import Limits, Means, RunResult
from treeplay.judge.sandbox.runner import run_body

Start = Callable[[Job, World, Channels], NoReturn]
"What the forked first process of a job does; it never returns."

_PRELOADED = """
    argparse ast base64 collections concurrent.futures configparser contextlib copy csv dataclasses datetime
    decimal email.message enum fnmatch functools getpass glob hashlib hmac html html.parser http.client
    http.cookies http.server inspect io ipaddress itertools jinja2 json logging logging.handlers math mimetypes
    os pathlib pickle queue random re secrets shlex shutil socket sqlite3 ssl stat string struct subprocess
    tarfile tempfile textwrap threading time traceback types typing unittest unittest.mock urllib.parse
    urllib.request uuid warnings xml.dom.minidom xml.etree.ElementTree xml.sax yaml zipfile zlib
"""


def main(control_fd: int, *, means: Means, read_only: list[str]) -> None:
    """Runs the zygote; returns when the judge hangs up."""
    control = socket.socket(fileno=control_fd)
    control.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the judge, which hangs up
    _preload()
    try:
        start, world = _enter_world(control, means, read_only)
    except confine.ConfinementError as error:
        wire.send(control, {"failed_step": error.args[0], "error": error.args[1]})
        return
    gc.collect()
    gc.freeze()  # collecting in a job would touch, and so copy, every page
    wire.send(control, {"means": means, "procfs": world.has_procfs, "seccomp": _has_seccomp()})
    _serve(control, world, start)


def _preload() -> None:
    for name in _PRELOADED.split():
        with suppress(ImportError):
            importlib.import_module(name)


def _has_seccomp() -> bool:
    return sys.platform == "linux" and seccomp.is_supported()


def _enter_world(control: socket.socket, means: Means, read_only: list[str]) -> tuple[Start, World]:
    """Isolates as asked; how jobs are started from now on, and in which world."""
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    shown = [*confine.interpreter_paths(), *read_only]
    if means != "namespaces" and sys.platform == "linux":
        linux.adopt_orphans()
    if means == "bubblewrap":
        wrapper = bubblewrap.find_bubblewrap(shown)
        return wrapper.enter, World(isolated=False, proc_fd=-1, has_procfs=True, path=path, is_wrapped=True)
    if means == "none":
        return _start_here, World(isolated=False, proc_fd=-1, has_procfs=False, path=path)
    return _start_here, _shut_in(control, shown, path)


def _shut_in(control: socket.socket, shown: list[str], path: str) -> World:
    hidden = [str(Path(__file__).parents[2])]  # our own package, with its corpus of answers
    under_tmp = tuple(str(each) for each in confine.visible_paths(shown) if each.is_relative_to("/tmp"))
    proc_fd = confine.confine(shown, hidden)
    _become_first_process(control)
    world = World(isolated=True, proc_fd=proc_fd, has_procfs=False, path=path, paths_under_tmp=under_tmp)
    try:
        linux.forbid_new_privileges()
        return replace(world, has_procfs=confine.finish())
    except OSError as error:
        raise confine.ConfinementError("process file system", str(error)) from error


def _become_first_process(control: socket.socket) -> None:
    """Goes on in a fork that is process 1 of the new namespace; the original only waits for it."""
    pid = os.fork()
    if pid == 0:
        linux.die_with_parent()
        return
    control.close()
    os.waitpid(pid, 0)
    os._exit(0)


def _serve(control: socket.socket, world: World, start: Start) -> None:
    pid_namespace = os.open("self/ns/pid", os.O_RDONLY | os.O_CLOEXEC, dir_fd=world.proc_fd) if world.isolated else None
    while (request := wire.receive(control)) is not None:
        job = _job(request)
        try:
            result = _run(job, world, control, start, pid_namespace)
        except OSError as error:
            result = RunResult("infrastructure", f"the job could not be started: {error}")
        try:
            wire.send(control, asdict(result))
        except OSError:
            return


def _job(request: dict[str, Any]) -> Job:
    return Job(request["files"], request["entry"], tuple(request["argv"]), Limits(**request["limits"]))


def _run(job: Job, world: World, control: socket.socket, start: Start, pid_namespace: int | None) -> RunResult:
    folder = None if world.isolated or world.is_wrapped else tempfile.mkdtemp(prefix="treeplay-job-")
    world = replace(world, scratch=SCRATCH if folder is None else str(Path(folder, "job")))
    try:
        if folder is not None:
            Path(world.scratch).mkdir()
        return supervise.run(
            job,
            world,
            control=control,
            start=lambda channels: start(job, world, channels),
            pid_namespace=pid_namespace,
        )
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _start_here(job: Job, world: World, channels: Channels) -> NoReturn:
    run_first(job, world, channels, run_body)
