"""One process at a time writes into a folder: a lock that the system gives back however its holder ends."""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BufferedRandom
from pathlib import Path

from treeplay.errors import BusyError, WriteError

_LOG = logging.getLogger(__name__)


@contextmanager
def locked(folder: Path, name: str = "", *, patience_s: float = 0.0) -> Iterator[None]:
    """Keeps other processes from writing into a folder, which is made if it is not there.

    Two that append to one file would each write every record. The lock is the kernel's, on a file that names the
    holder; it ends with the process, killed or not. Whoever only reads needs none.

    Args:
        folder: whose writers exclude one another.
        name: of the one thing in it that is written, where other work in the folder may go on.
        patience_s: seconds to wait for whoever holds it.

    Raises:
        BusyError: another process, or another part of this one, holds it; names folder and holder.
        WriteError: the folder cannot be written to.
    """
    path = folder / (f".{name}.lock" if name else ".lock")
    handle = _wait(path, folder / name, time.monotonic() + patience_s)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # while it is held, so that nobody holds a file that is about to go
        handle.close()


def _wait(path: Path, what: Path, until: float) -> BufferedRandom:
    while True:
        try:
            return _take(path, what)
        except BusyError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.05)


def _take(path: Path, what: Path) -> BufferedRandom:
    """The lock file, open and held."""
    while True:
        handle = _open(path)
        try:
            _lock(handle, what)
            if _lies_at(handle, path):
                _sign(handle)
                return handle
        except BaseException:
            handle.close()
            raise
        handle.close()  # its holder removed it after we had opened it


def _open(path: Path) -> BufferedRandom:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+b")
    except OSError as error:
        raise WriteError(f"{path.parent}: cannot be written to ({error.strerror}); choose another folder") from error


def _lock(handle: BufferedRandom, what: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        handle.seek(0)
        holder = handle.read().decode("utf-8", "replace").strip() or "another process"
        raise BusyError(
            f"{what}: {holder} is writing here; wait until it ends or end it, or choose another folder"
        ) from None
    except OSError as error:
        _LOG.warning("%s: its file system has no locks (%s); let only one process write there", what, error.strerror)


def _lies_at(handle: BufferedRandom, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _sign(handle: BufferedRandom) -> None:
    now = datetime.now().astimezone()
    handle.truncate(0)
    handle.write(f"process {os.getpid()} on {socket.gethostname()}, since {now:%Y-%m-%d %H:%M:%S}".encode())
    handle.flush()
