"""Warm sandboxes for several threads: each is lent to one test at a time, and more are started as they are needed."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from treeplay.errors import SandboxError
from treeplay.judge.sandbox import Limits, Sandbox


def threads() -> int:
    """Tests at once: one a core, or as many as OMP_NUM_THREADS leaves us; two at least, since they also wait."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    return max(2, int(given) if given.isdecimal() else os.cpu_count() or 1)


class SandboxPool:
    """Sandboxes with the same limits; those that show the same folders serve one another's tests.

    Args:
        limits: the bounds of each job.
        unsafe: run without isolation.
    """

    def __init__(self, limits: Limits, *, unsafe: bool = False) -> None:
        self._limits = limits
        self._unsafe = unsafe
        self._lock = threading.Lock()
        self._all: list[Sandbox] = []
        self._idle: defaultdict[tuple[str, ...], list[Sandbox]] = defaultdict(list)
        self._closed = False

    @contextmanager
    def lend(self, read_only: tuple[str, ...]) -> Iterator[Sandbox]:
        """A running sandbox that shows these folders, for the time of the `with` block.

        Raises:
            SandboxError: the system cannot isolate, or the pool is closed.
        """
        sandbox = self._take(read_only)
        try:
            yield sandbox
        finally:
            self._idle[read_only].append(sandbox)

    def close(self) -> None:
        """Ends all sandboxes, for good, whatever they still run. Any thread may call it."""
        with self._lock:
            self._closed = True
        for sandbox in self._all:
            sandbox.close()

    def _take(self, read_only: tuple[str, ...]) -> Sandbox:
        with self._lock:
            if self._closed:
                raise SandboxError("the judge's sandboxes are closed")
            if idle := self._idle[read_only]:
                return idle.pop()
            sandbox = Sandbox(self._limits, unsafe=self._unsafe, read_only=read_only)
            self._all.append(sandbox)
        return sandbox.__enter__()
