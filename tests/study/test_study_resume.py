"""Kill a study at any moment, run it again, and every model and every sample has the bytes of an undisturbed one."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from pathlib import Path

import pytest

import small_study
from kills import count_writes, digest, in_child
from treeplay.config.study import load_study
from treeplay.files import read_lines
from treeplay.study.results import write_results
from treeplay.study.run import run_study
from treeplay.study.stages import StudyFolder

POINTS = 3
TIMED = ("study.jsonl", "cost.json", "results.json")


def run_once(place: Path, folder: Path) -> None:
    changes = [
        "seeds=[0]",
        "arms.tsp.rounds=1",
        f"suites=[{{suite: {place}/test.jsonl, name: heldout, n: 1, max_tasks: 2}}]",
    ]
    study = load_study(str(place / "tiny.yaml"), changes)
    run_study(study, StudyFolder(folder), small_study.Quiet())
    write_results(StudyFolder(folder))


@pytest.mark.timeout(300)
def test_study_killed_anywhere_and_run_again_ends_in_the_same_bytes(tmp_path: Path) -> None:
    place, folder, counter = small_study.write(tmp_path), tmp_path / "study", tmp_path / "count"

    def undisturbed() -> None:
        count_writes(None, counter)
        run_once(place, folder)

    assert in_child(undisturbed) == 0
    expected, whole = digest(folder, TIMED), json.loads((folder / "results.json").read_text())
    assert sum(name.endswith("samples.jsonl") for name in expected) == 4
    writes = int(counter.read_text())
    for point in random.Random(5).sample(range(1, writes + 1), POINTS):
        folder.rename(tmp_path / f"before-{point}")  # the same path each time: manifests name their warm start's

        def killed(point: int = point) -> None:
            count_writes(point)
            run_once(place, folder)

        assert os.WTERMSIG(in_child(killed)) == signal.SIGKILL, f"was not killed at write {point} of {writes}"
        assert in_child(lambda: run_once(place, folder)) == 0
        assert digest(folder, TIMED) == expected, f"differs after a kill at write {point} of {writes}"
        again = json.loads((folder / "results.json").read_text())
        assert {**again, "cost": None} == {**whole, "cost": None}
        finished = [line["stage"] for _, line in read_lines(folder / "study.jsonl") if line["finished"]]
        assert len(finished) == len(set(finished)) == 7


@pytest.mark.timeout(300)
def test_a_study_that_was_moved_goes_on_and_ends_in_the_same_samples(tmp_path: Path) -> None:
    place, folder, moved = small_study.write(tmp_path), tmp_path / "study", tmp_path / "other" / "study"
    run_once(place, folder)
    drawn = folder / "arms/tsp/seed-0/bench/heldout/tsp/samples.jsonl"
    expected = drawn.read_bytes()
    shutil.rmtree(drawn.parent)
    moved.parent.mkdir()
    folder.rename(moved)
    run_once(place, moved)
    assert (moved / drawn.relative_to(folder)).read_bytes() == expected
