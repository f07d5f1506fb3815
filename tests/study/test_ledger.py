"""The account of a study: killed attempts count, finished stages are not counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from treeplay.config.study import Repeat
from treeplay.files import write_json
from treeplay.study import ledger as ledger_module
from treeplay.study.ledger import Ledger, read_ledger, total
from treeplay.study.stages import Stage

STAGE = Stage("train", "tsp", Repeat(1))


def test_ledger_keeps_one_line_of_a_finished_stage(tmp_path: Path) -> None:
    path = tmp_path / "study.jsonl"
    for _ in range(2):
        with Ledger(path).stage(STAGE) as meter:
            meter.drew(5)
    (line,) = read_ledger(path)
    assert (line["stage"], line["arm"], line["seed"], line["kind"]) == ("train tsp, seed 1", "tsp", 1, "train")
    assert (line["drawn_tokens"], line["finished"], line["attempt"]) == (5, True, 1)
    assert line["cpu_s"] >= 0
    assert Ledger(path).is_finished(STAGE)


def test_ledger_counts_an_attempt_that_failed_and_the_one_that_went_on(tmp_path: Path) -> None:
    path = tmp_path / "study.jsonl"

    def fail() -> None:
        with Ledger(path).stage(STAGE) as meter:
            meter.drew(3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with Ledger(path).stage(STAGE) as meter:
        meter.drew(4)
    assert [(line["attempt"], line["finished"]) for line in read_ledger(path)] == [(1, False), (2, True)]
    assert total(read_ledger(path))["drawn_tokens"] == 7


def test_ledger_recovers_what_a_killed_attempt_took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "study.jsonl"
    monkeypatch.setattr(ledger_module, "BEAT_S", 0.0)
    running = Ledger(path).stage(STAGE)
    running.__enter__().drew(9)  # and here the process dies: the context never ends
    after = Ledger(path)
    assert not after.is_finished(STAGE)
    with after.stage(STAGE) as meter:
        meter.drew(1)
    lines = [(line["drawn_tokens"], line["finished"], line["attempt"]) for line in read_ledger(path)]
    assert lines == [(9, False, 1), (1, True, 2)]


def test_ledger_does_not_add_a_recovered_attempt_twice(tmp_path: Path) -> None:
    path = tmp_path / "study.jsonl"
    with Ledger(path).stage(STAGE):
        pass
    (line,) = read_ledger(path)
    left = tmp_path / f".running-{STAGE.slug}.json"
    write_json(left, {**line, "finished": False})  # killed between the line and the removal
    with Ledger(path).stage(STAGE):
        pass
    assert read_ledger(path) == [line]
    assert not left.exists()


def test_total_takes_the_highest_peak_and_tells_gpu_time_apart(tmp_path: Path) -> None:
    cpu = {"wall_s": 1.0, "cpu_s": 2.0, "drawn_tokens": 3, "peak_memory_gib": 1.5, "device": "cpu"}
    found = total([cpu, {**cpu, "device": "cuda", "wall_s": 4.0, "peak_memory_gib": 0.5}])
    assert found == {
        "wall_s": 5.0,
        "cpu_s": 4.0,
        "gpu_s": 4.0,
        "drawn_tokens": 6,
        "peak_memory_gib": 1.5,
        "peak_gpu_gib": 0.0,
    }
