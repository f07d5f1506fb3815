"""How fast the judge is: programs read, programs answered from the cache, tests run."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from judging.execution import own_tasks
from judging.pairs import Pair, scan
from treeplay.judge.detector import BatchDetector
from treeplay.judge.detectors import load_detectors
from treeplay.judge.judge import Judge, Program


def speeds(pairs: Sequence[Pair]) -> dict[str, float]:
    """The three figures, as the JSON line names them."""
    sandbox_ms, cached = _sandbox()
    return {
        "snippets_per_s_core": round(_snippets_per_second(pairs), 1),
        "cached_per_s": round(cached, 1),
        "sandbox_median_ms": round(sandbox_ms, 2),
    }


def _snippets_per_second(pairs: Sequence[Pair]) -> float:
    """Python functions that all default detectors read in a second of one core, processes they start included."""
    codes = list(dict.fromkeys(side.code for pair in pairs if pair.language == "python" for side in pair.sides))
    detectors = load_detectors()
    for detector in detectors:  # what is loaded once is not counted
        scan(detector, "x = 1\n", "python")
    start = os.times()
    for detector in detectors:
        if isinstance(detector, BatchDetector):
            detector.prepare(codes, "python")
        for code in codes:
            scan(detector, code, "python")
    return len(codes) / sum(after - before for after, before in zip(os.times()[:4], start[:4], strict=True))


def _sandbox(limit: int = 40) -> tuple[float, float]:
    """Median milliseconds of judging a program with tests, and programs a second that the cache answers."""
    tasks = [task for task in own_tasks("python") if task.security_test][:limit]
    programs = [Program(task, task.golden) for task in tasks]
    with tempfile.TemporaryDirectory() as folder, Judge(workers=1, cache=Path(folder, "cache.sqlite")) as judge:
        judge.judge(programs[:1])
        times = [_seconds(lambda one=one: judge.judge([one])) for one in programs[1:]]  # type: ignore[misc]
        cached = _seconds(lambda: judge.judge(programs * 10))
    return 1000 * statistics.median(times), 10 * len(programs) / cached


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
