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
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NoReturn

from treeplay.judge.sandbox import confine, linux, seccomp, supervise, wire
from treeplay.judge.sandbox.job import SCRATCH, Channels, Job, World, run_first
from treeplay.judge.sandbox.limits import Limits, RunResult
from treeplay.judge.sandbox.runner import run_body

_PRELOADED = """
    argparse ast base64 collections concurrent.futures configparser contextlib copy csv dataclasses datetime
    decimal email.message enum fnmatch functools getpass glob hashlib hmac html html.parser http.client
    http.cookies http.server inspect io ipaddress itertools jinja2 json logging logging.handlers math mimetypes
    os pathlib pickle queue random re secrets shlex shutil socket sqlite3 ssl stat string struct subprocess
    tarfile tempfile textwrap threading time traceback types typing unittest unittest.mock urllib.parse
    urllib.request uuid warnings xml.dom.minidom xml.etree.ElementTree xml.sax yaml zipfile zlib
"""


def main(control_fd: int, *, isolated: bool, read_only: list[str]) -> None:
    """Runs the zygote; returns when the judge hangs up."""
    control = socket.socket(fileno=control_fd)
    control.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the judge, which hangs up
    _preload()
    try:
        world = _enter_world(control, isolated=isolated, read_only=read_only)
    except confine.ConfinementError as error:
        wire.send(control, {"failed_step": error.args[0], "error": error.args[1]})
        return
    gc.collect()
    gc.freeze()  # collecting in a job would touch, and so copy, every page
    wire.send(control, {"isolated": world.isolated, "procfs": world.has_procfs, "seccomp": _has_seccomp()})
    _serve(control, world)


def _preload() -> None:
    for name in _PRELOADED.split():
        with suppress(ImportError):
            importlib.import_module(name)


def _has_seccomp() -> bool:
    return sys.platform == "linux" and seccomp.is_supported()


def _enter_world(control: socket.socket, *, isolated: bool, read_only: list[str]) -> World:
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    if not isolated:
        if sys.platform == "linux":
            linux.adopt_orphans()
        return World(isolated=False, proc_fd=-1, has_procfs=False, path=path)
    shown = [*confine.interpreter_paths(), *read_only]
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


def _serve(control: socket.socket, world: World) -> None:
    pid_namespace = os.open("self/ns/pid", os.O_RDONLY | os.O_CLOEXEC, dir_fd=world.proc_fd) if world.isolated else None
    while (request := wire.receive(control)) is not None:
        job = _job(request)
        try:
            result = _run(job, world, control, pid_namespace)
        except OSError as error:
            result = RunResult("infrastructure", f"the job could not be started: {error}")
        try:
            wire.send(control, asdict(result))
        except OSError:
            return


def _job(request: dict[str, Any]) -> Job:
    return Job(request["files"], request["entry"], tuple(request["argv"]), Limits(**request["limits"]))


def _run(job: Job, world: World, control: socket.socket, pid_namespace: int | None) -> RunResult:
    folder = None if world.isolated else tempfile.mkdtemp(prefix="treeplay-job-")
    scratch = SCRATCH if folder is None else str(Path(folder, "job"))

    def start(channels: Channels) -> NoReturn:
        run_first(job, world, channels, scratch, run_body)

    try:
        if folder is not None:
            Path(scratch).mkdir()
        return supervise.run(job, world, control=control, start=start, pid_namespace=pid_namespace)
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
