"""What a study costs: `study.jsonl`, one line each attempt at a stage, and its sums.

A line is written when an attempt ends. While it runs, what it took so far is kept beside, so that a killed attempt is
counted too once its stage is taken up again. Several processes may write, each about stages of its own. These are the
only files of a study that hold times, and so differ between two runs of it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from treeplay.files import append_line, parse_json, read_records, write_json
from treeplay.locks import locked
from treeplay.study.stages import Stage

BEAT_S = 10.0
"Seconds between two notes of what a running stage took."


@dataclass(frozen=True)
class Usage:
    """What was used since a stage began."""

    wall_s: float
    cpu_s: float
    "Of this process and of the children that it waited for."
    drawn_tokens: int
    "Sampled from a model, those of branches that were not kept included."
    peak_memory_gib: float
    peak_gpu_gib: float
    "What tensors took on the GPU; 0 without one."


class Meter:
    """Measures one attempt at a stage."""

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        self._path, self._about = path, dict(about)
        self._start = time.monotonic(), _cpu_s()
        self._drawn, self._beat = 0, time.monotonic()
        _reset_peaks()

    def drew(self, tokens: int) -> None:
        """Counts sampled tokens."""
        self._drawn += tokens
        self.beat()

    def beat(self) -> None:
        """Notes what was used, if the last note is old."""
        if time.monotonic() - self._beat >= BEAT_S:
            self._beat = time.monotonic()
            write_json(self._path, self.record(finished=False))

    def record(self, *, finished: bool) -> dict[str, Any]:
        """The line of this attempt."""
        wall, cpu = time.monotonic() - self._start[0], _cpu_s() - self._start[1]
        usage = Usage(round(wall, 3), round(cpu, 3), self._drawn, round(_peak_gib(), 3), round(_peak_gpu_gib(), 3))
        return {**self._about, **asdict(usage), "finished": finished}


class Ledger:
    """The attempts at a study's stages."""

    def __init__(self, path: Path, device: str = "cpu") -> None:
        self.path, self._device = path, device
        self.records = read_ledger(path)

    def reread(self) -> None:
        """Sees what other processes have written since."""
        self.records = read_ledger(self.path)

    def is_finished(self, stage: Stage) -> bool:
        """Whether a stage ended well before."""
        return any(record["stage"] == stage.name and record["finished"] for record in self.records)

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[Meter]:
        """Measures an attempt at a stage, and keeps a line of it unless the stage was finished before.

        The caller sees to it that no other process works at the stage.
        """
        running = self.path.with_name(f".running-{stage.slug}.json")
        self._recover(running)
        attempt = 1 + sum(record["stage"] == stage.name for record in self.records)
        about = {"stage": stage.name, **_facts(stage), "attempt": attempt, "device": self._device}
        meter, finished = Meter(running, about), False
        try:
            yield meter
            finished = True
        finally:
            if not self.is_finished(stage):
                self._add(meter.record(finished=finished))
            running.unlink(missing_ok=True)

    def _add(self, record: dict[str, Any]) -> None:
        with locked(self.path.parent, "ledger", patience_s=60):
            append_line(self.path, record)
        self.records.append(record)

    def _recover(self, running: Path) -> None:
        """Adds the attempt that a kill cut off."""
        if not running.exists():
            return
        record = parse_json(running.read_bytes(), where=str(running))
        own = [known for known in self.records if known["stage"] == record["stage"]]
        if not any(known["finished"] or known["attempt"] == record["attempt"] for known in own):
            self._add(record)
        running.unlink(missing_ok=True)


def _facts(stage: Stage) -> dict[str, Any]:
    return {"kind": stage.kind, "arm": stage.arm, **asdict(stage.repeat), "suite": stage.suite}


def read_ledger(path: Path) -> list[dict[str, Any]]:
    """The lines of `study.jsonl`; none if there is no such file."""
    return [record for _, record in read_records(path)] if path.exists() else []


def total(records: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """What several attempts took together; memory is the highest peak."""
    sums = {name: round(sum(record[name] for record in records), 1) for name in ("wall_s", "cpu_s")}
    return {
        **sums,
        "gpu_s": round(sum(record["wall_s"] for record in records if record["device"] != "cpu"), 1),
        "drawn_tokens": sum(record["drawn_tokens"] for record in records),
        "peak_memory_gib": max((record["peak_memory_gib"] for record in records), default=0.0),
        "peak_gpu_gib": max((record.get("peak_gpu_gib", 0.0) for record in records), default=0.0),
    }


def _cpu_s() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _reset_peaks() -> None:
    """Lets the peaks of memory begin anew, where the system can."""
    if _on_gpu():
        torch.cuda.reset_peak_memory_stats()
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _on_gpu() -> bool:
    return bool(torch.cuda.is_initialized())  # type: ignore[no-untyped-call]


def _peak_gpu_gib() -> float:
    return torch.cuda.max_memory_allocated() / 2**30 if _on_gpu() else 0.0


def _peak_gib() -> float:
    """This process's highest resident memory since the stage began; since the process began where /proc is missing."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 2**20
    unit = 2**30 if sys.platform == "darwin" else 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
