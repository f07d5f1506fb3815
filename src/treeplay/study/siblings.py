"""More processes that run the same study: each takes stages that no other is at."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch

from treeplay.errors import RunError

_FOLLOWS = "TREEPLAY_FOLLOWS"
"Set in a process that ends with the one that holds its standard input open."


@contextmanager
def siblings(count: int, arguments: Sequence[str], folder: Path) -> Iterator[None]:
    """So many processes of `treeplay` with these arguments beside the `with` block, which waits for them at its end.

    Each writes into `folder/process-<n>.log`. All of them, this one too, share the processor's cores evenly, unless
    OMP_NUM_THREADS is set.

    Raises:
        RunError: one of them failed; names its log.
    """
    if count and "OMP_NUM_THREADS" not in os.environ:
        share = max(1, (os.cpu_count() or 1) // (count + 1))
        os.environ["OMP_NUM_THREADS"] = str(share)
        torch.set_num_threads(share)  # it was loaded before
    folder.mkdir(parents=True, exist_ok=True)
    logs = [folder / f"process-{number}.log" for number in range(2, count + 2)]
    command = [sys.executable, "-m", "treeplay", *arguments]
    running = [_start(command, log) for log in logs]
    try:
        yield
        failed = [str(log) for process, log in zip(running, logs, strict=True) if process.wait()]
    finally:
        for process in running:
            process.terminate()
    if failed:
        raise RunError(f"of the processes that ran the study {len(failed)} failed; see {', '.join(failed)}")


def follow() -> None:
    """Lets this process end with the one that started it as a sibling, killed or not; does nothing in others."""
    if os.environ.pop(_FOLLOWS, ""):
        threading.Thread(target=_end_with_input, daemon=True).start()


def _end_with_input() -> None:
    while os.read(0, 1):  # not `sys.stdin`, whose lock a thread that waits at the process's end would hold
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _start(command: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, _FOLLOWS: "1"}
    with log.open("ab") as handle:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=handle, stderr=subprocess.STDOUT, env=environment
        )
