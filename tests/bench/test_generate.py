"""Generating: any interruption and resume ends in the bytes of an undisturbed run."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.bench.generate import GenerateSettings, chunk_seed, generate
from treeplay.bench.samples import Key, Sample, SampleStore
from treeplay.corpus.schema import Task
from treeplay.errors import ModelError, RunError

TASKS = [Task(id=f"t{number}", instruction="Do.") for number in range(7)]
SETTINGS = GenerateSettings(n=3, seed=5, chunk_size=2)


class Killed(Exception):
    """Stands for a process's end."""


@dataclass
class StreamGenerator:
    """Draws all answers of a chunk from one stream, as a batched sampler does, and gives them in any order."""

    dies_after: int | None = None
    calls: list[tuple[str, ...]] = field(default_factory=list)
    given: int = 0

    def generate(self, tasks: Sequence[Task], n: int, seed: int, known: Collection[Key] = ()) -> Iterator[Sample]:
        self.calls.append(tuple(task.id for task in tasks))
        stream = random.Random(seed)
        samples = [
            Sample(task_id=task.id, index=i, completion=f"{stream.random()}", tokens=1, finished=True)
            for task in tasks
            for i in range(n)
        ]
        stream.shuffle(samples)
        for sample in samples:
            if self.given == self.dies_after:
                raise Killed
            self.given += 1
            yield sample


def undisturbed(path: Path) -> bytes:
    generate(TASKS, StreamGenerator(), SampleStore(path), SETTINGS)
    return path.read_bytes()


def test_generate_stores_every_sample_in_the_order_of_tasks_and_counts_each(tmp_path: Path) -> None:
    store, counts = SampleStore(tmp_path / "s.jsonl"), list[int]()
    generate(TASKS, StreamGenerator(), store, SETTINGS, counts.append)
    assert [sample.key for sample in store] == [(task.id, i) for task in TASKS for i in range(3)]
    assert sum(counts) == 21


@given(deaths=st.lists(st.integers(0, 20), max_size=4), torn=st.integers(0, 60))
@settings(max_examples=12, deadline=None)
def test_generate_killed_anywhere_ends_in_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, deaths: list[int], torn: int
) -> None:
    folder = tmp_path_factory.mktemp("killed")
    path = folder / "s.jsonl"
    for death in deaths:
        with pytest.raises(Killed):
            generate(TASKS, StreamGenerator(death % 6), SampleStore(path), SETTINGS)
        if path.exists():
            path.write_bytes(path.read_bytes()[: -torn or None])
    generate(TASKS, StreamGenerator(), SampleStore(path), SETTINGS)
    assert path.read_bytes() == undisturbed(folder / "whole.jsonl")


def test_generate_on_a_full_store_asks_nothing(tmp_path: Path) -> None:
    store, generator = SampleStore(tmp_path / "s.jsonl"), StreamGenerator()
    generate(TASKS, StreamGenerator(), store, SETTINGS)
    generate(TASKS, generator, store, SETTINGS)
    assert generator.calls == []


def test_generate_after_a_death_asks_again_for_whole_chunks_only(tmp_path: Path) -> None:
    path, generator = tmp_path / "s.jsonl", StreamGenerator()
    undisturbed(path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:8]))  # the second chunk (samples 6 to 11) is begun
    generate(TASKS, generator, SampleStore(path), SETTINGS)
    assert generator.calls == [("t2", "t3"), ("t4", "t5"), ("t6",)]


def test_generate_gives_each_chunk_another_seed_in_range() -> None:
    seeds = {chunk_seed(seed, number) for seed in range(3) for number in range(50)}
    assert len(seeds) == 150
    assert all(0 <= seed < 2**31 for seed in seeds)


@dataclass
class ListGenerator:
    """Gives what it is told to, whatever it is asked."""

    keys: list[tuple[str, int]]

    def generate(self, tasks: Sequence[Task], n: int, seed: int, known: Collection[Key] = ()) -> list[Sample]:
        return [Sample(task_id=task, index=i, completion="", tokens=0, finished=True) for task, i in self.keys]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([("t0", 0)], r"no sample \('t0', 1\)"),
        ([("t0", 0), ("t0", 0)], "twice"),
        ([("other", 0)], "not asked for"),
    ],
    ids=["one missing", "one twice", "a stranger"],
)
def test_generate_with_a_generator_that_miscounts_says_so(
    tmp_path: Path, keys: list[tuple[str, int]], said: str
) -> None:
    store = SampleStore(tmp_path / "s.jsonl")
    with pytest.raises(ModelError, match=said):
        generate(TASKS[:1], ListGenerator(keys), store, GenerateSettings(n=2))


def test_generate_into_a_store_of_another_suite_refuses(tmp_path: Path) -> None:
    store = SampleStore(tmp_path / "s.jsonl")
    generate(TASKS, StreamGenerator(), store, SETTINGS)
    with pytest.raises(RunError, match="'t1' does not belong"):
        generate(TASKS[:1], StreamGenerator(), store, SETTINGS)
