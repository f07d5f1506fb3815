"""Generating: asks a model for the samples that a store does not hold yet.

The unit is a fixed chunk of tasks, numbered by the suite's order, with a seed of its own. A sampler that
draws all rows of a chunk from one stream of random numbers gives the same rows only for the same chunk; so
a chunk that is not complete is generated again as a whole and what is missing appended, and an interrupted
run ends in the same bytes as an undisturbed one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from treeplay.bench.manifest import Manifest, claim
from treeplay.bench.samples import Key, Sample, SampleStore
from treeplay.corpus.schema import Task
from treeplay.errors import ModelError, RunError
from treeplay.locks import locked

Bar = Callable[[str, int, int], AbstractContextManager[Callable[[int], None]]]
"Given a description, a total and what is done: a progress bar that yields what advances it."


class Generator(Protocol):
    """Whatever answers tasks: a model in this process or behind an endpoint."""

    def generate(self, tasks: Sequence[Task], n: int, seed: int, known: Collection[Key] = ()) -> Iterable[Sample]:
        """Yields samples 0 to n-1 of every task, in any order; the same tasks, n and seed give the same samples.

        Args:
            known: what is there already, which need not be given again.
        """
        ...


@dataclass(frozen=True)
class GenerateSettings:
    """How many samples are drawn, and how."""

    n: int = 10
    "Samples a task."
    seed: int = 0
    chunk_size: int = 16
    "Tasks generated together."


def generate_into(folder: Path, tasks: Sequence[Task], manifest: Manifest, generator: Generator, bar: Bar) -> int:
    """Fills a model's folder on a suite with the samples that its manifest says; returns how many there are.

    Raises:
        BusyError: another process is writing there.
        RunError: it holds samples under other settings.
        ModelError: see `generate`.
    """
    settings = GenerateSettings(manifest.n, manifest.seed, manifest.chunk_size)
    with locked(folder):
        claim(folder, manifest)
        store = SampleStore(folder / "samples.jsonl")
        with bar(f"samples of {folder.name}", len(tasks) * manifest.n, len(store)) as advance:
            generate(tasks, generator, store, settings, advance)
    return len(store)


def generate(
    tasks: Sequence[Task],
    generator: Generator,
    store: SampleStore,
    settings: GenerateSettings,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Fills a store with `settings.n` samples of each task, in the order of the tasks.

    Args:
        progress: called with 1 after each sample that was stored.

    Raises:
        RunError: the store holds samples of other tasks or indices.
        ModelError: the generator left out a sample or gave one that nobody asked for.
    """
    _refuse_strangers(tasks, store, settings.n)
    for number, chunk in enumerate(_chunks(tasks, settings.chunk_size)):
        wanted = [(task.id, index) for task in chunk for index in range(settings.n)]
        known = {key for key in wanted if key in store}
        if len(known) == len(wanted):
            continue
        answers = generator.generate(chunk, settings.n, chunk_seed(settings.seed, number), known)
        for sample in _in_order(answers, wanted, known):
            store.append(sample)
            progress(1)


def chunk_seed(seed: int, number: int) -> int:
    """The seed of a chunk, below 2**31: chunks must not share their random numbers."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{number}".encode()).digest()[:4], "big") >> 1


def _in_order(answers: Iterable[Sample], wanted: Sequence[Key], known: Collection[Key]) -> Iterator[Sample]:
    """Yields each answer that is not known once all before it are there, so that an interruption keeps what it can."""
    early: dict[Key, Sample] = {}
    allowed, next_one = set(wanted), 0
    wanted = [key for key in wanted if key not in known]
    for sample in answers:
        if sample.key not in allowed:
            raise ModelError(f"the generator gave sample {sample.key}, which was not asked for, or gave it twice")
        allowed.remove(sample.key)
        early[sample.key] = sample
        while next_one < len(wanted) and wanted[next_one] in early:
            yield early.pop(wanted[next_one])
            next_one += 1
    if next_one < len(wanted):
        raise ModelError(f"the generator gave no sample {wanted[next_one]}; it must answer every task n times")


def _refuse_strangers(tasks: Sequence[Task], store: SampleStore, n: int) -> None:
    ids = {task.id for task in tasks}
    for sample in store:
        if sample.task_id not in ids or sample.index >= n:
            raise RunError(
                f"the stored sample {sample.index} of task {sample.task_id!r} does not belong to this suite "
                f"with {n} samples a task; choose another --out"
            )


def _chunks(tasks: Sequence[Task], size: int) -> Iterator[Sequence[Task]]:
    return (tasks[start : start + size] for start in range(0, len(tasks), size))
