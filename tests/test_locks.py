"""Writers of one folder exclude each other, across processes, until their holder ends in whatever way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from treeplay.errors import BusyError
from treeplay.locks import locked

HOLD = """
import sys
from pathlib import Path
from treeplay.locks import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a folder until its standard input ends."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_locked_folder_refuses_a_second_writer_and_names_folder_and_holder(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with held(folder) as other, pytest.raises(BusyError) as caught, locked(folder):
        pass
    assert str(folder) in str(caught.value)
    assert f"process {other.pid} on " in str(caught.value)
    assert caught.value.exit_code == 8


def test_lock_of_a_killed_process_is_free_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert list(tmp_path.iterdir())
        with locked(tmp_path):
            assert f"process {os.getpid()} " in (tmp_path / ".lock").read_text()
    assert not list(tmp_path.iterdir())


def test_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path):
        pass


def test_named_lock_goes_beside_the_folders_own(tmp_path: Path) -> None:
    refused = pytest.raises(BusyError, match="report: process")
    with locked(tmp_path), locked(tmp_path, "report"), refused, locked(tmp_path, "report"):
        pass


def test_locked_waits_for_its_holder_as_long_as_it_is_told(tmp_path: Path) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(tmp_path, "thing"):
            held.set()
            let_go.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    with pytest.raises(BusyError), locked(tmp_path, "thing", patience_s=0.1):
        pass
    threading.Timer(0.2, let_go.set).start()
    with locked(tmp_path, "thing", patience_s=10):
        assert let_go.is_set()
    holder.join()
