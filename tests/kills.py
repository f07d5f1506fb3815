"""Kills a process at one of its writes, to see that the same command then ends in the same bytes."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import traceback
from collections.abc import Callable, Collection
from pathlib import Path


def digest(folder: Path, leave_out: Collection[str] = ()) -> dict[str, str]:
    """A hash of each file below a folder, but of those with a name to leave out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in leave_out
    }


def in_child(work: Callable[[], None]) -> int:
    """Runs `work` in a fork; returns its wait status."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def count_writes(kill_at: int | None, counter: Path | None = None) -> None:
    """Counts syncs and renames of this process; kills it at one of them, before or after it took effect."""
    seen = 0

    def wrap(original: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            nonlocal seen
            seen += 1
            if seen == kill_at and seen % 2:
                os.kill(os.getpid(), signal.SIGKILL)
            result = original(*args, **kwargs)
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            if counter is not None:
                counter.write_text(str(seen))
            return result

        return counted

    os.fsync = wrap(os.fsync)  # type: ignore[assignment]
    os.rename = wrap(os.rename)  # type: ignore[assignment]
    os.replace = wrap(os.replace)  # type: ignore[assignment]
