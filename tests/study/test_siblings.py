"""Processes that share a study end with the one that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

SIBLING = """
import signal, sys, time
from treeplay.study.siblings import follow
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
follow()
print("begun", flush=True)
time.sleep(60)
"""
PARENT = """
import sys, time
from pathlib import Path
from treeplay.study.siblings import _start
kept = _start([sys.executable, "-c", sys.argv[1]], Path(sys.argv[2]))
time.sleep(60)
"""


def wait_for(word: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while not (log.exists() and word in log.read_text()):
        assert time.monotonic() < deadline, f"{word!r} was never said"
        time.sleep(0.05)


def test_a_sibling_ends_when_the_process_that_started_it_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "process-2.log"
    parent = subprocess.Popen([sys.executable, "-c", PARENT, SIBLING, str(log)])
    try:
        wait_for("begun", log)
        assert "ended" not in log.read_text()
    finally:
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    wait_for("ended", log)
