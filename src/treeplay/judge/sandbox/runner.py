"""Runs a test script as `__main__` in the job's process, and reports how it ended so that printing cannot fake it.

A pass is `sha256(nonce + b"passed")` on the report socket, and the nonce is read from it only after the body
ended; `sys.exit`, `os._exit`, signals and exec leave no report, so they fail. Everything used after the body is bound
before it, since the body may patch any module. An audit hook refuses the interpreter's own means of skipping
statements and of looking through memory. Code that shares a process with its test can still be written to forge
a report (see the package's README): this keeps out everything short of that.
"""

from __future__ import annotations

import builtins
import gc
import hashlib
import io
import os
import socket
import sys
import traceback
import types
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from treeplay.judge.sandbox.job import Job

NONCE_BYTES = 32
_DETAIL_CHARS = 2000
_REFUSED_EVENTS = frozenset(
    {
        "sys.settrace",
        "sys.setprofile",
        "sys.monitoring.register_callback",
        "gc.get_objects",
        "gc.get_referrers",
        "gc.get_referents",
    }
)


def seal(nonce: bytes, answer: bytes) -> bytes:
    """The report of an answer: its digest under the nonce, then the answer itself."""
    return hashlib.sha256(nonce + answer).digest() + answer


def unseal(nonce: bytes, report: bytes) -> bytes | None:
    """The answer that a report carries, or none if it was not made with this nonce."""
    answer = report[32:]
    return answer if report and report == seal(nonce, answer) else None


def run_body(job: Job, report_fd: int) -> NoReturn:
    """Executes `job.entry` and reports; ends the process without finalisation, so no atexit handler runs."""
    entry = job.entry or ""
    own_pid, getpid, leave, report = os.getpid(), os.getpid, os._exit, _reporter(report_fd)
    _clean_interpreter(entry)
    main = types.ModuleType("__main__")
    main.__file__ = entry
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    try:
        exec(compile(job.files[entry], entry, "exec", dont_inherit=True, optimize=0), main.__dict__)
        answer = b"passed"
    except BaseException as error:
        answer = _describe(error)
    if getpid() == own_pid:  # a fork of the test that also came to its end has no say
        report(answer)
    leave(0)


def _reporter(report_fd: int) -> Callable[[bytes], None]:
    channel = socket.socket(fileno=report_fd)
    receive, send, digest = channel.recv, channel.sendall, hashlib.sha256

    def report(answer: bytes) -> None:
        nonce = receive(NONCE_BYTES)
        send(digest(nonce + answer).digest() + answer)

    return report


def _clean_interpreter(entry: str) -> None:
    """The interpreter as a fresh one would be: our modules gone, streams new, the scratch folder on the path."""
    gc.enable()
    sys.argv = [entry]
    sys.path.insert(0, str(Path.cwd()))
    for name in [each for each in sys.modules if each.split(".")[0] == "treeplay"]:
        del sys.modules[name]
    sys.stdin = io.TextIOWrapper(io.FileIO(0, "r"), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.addaudithook(_refuse_tampering)


def _refuse_tampering(event: str, _arguments: object) -> None:
    if event in _REFUSED_EVENTS:
        raise RuntimeError(f"{event} is refused in a judged program")


def _describe(error: BaseException) -> bytes:
    """The end of the traceback, without our own frames; an exception that cannot be printed is named."""
    try:
        trace = error.__traceback__.tb_next if error.__traceback__ else None
        text = "".join(traceback.format_exception(type(error), error, trace, limit=-4))
    except BaseException:
        text = f"{type(error).__name__} (and it cannot be printed)"
    return b"failed:" + text.strip()[-_DETAIL_CHARS:].encode("utf-8", "replace")
