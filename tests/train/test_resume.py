"""Section 4 of the design: kill a run at any moment, run it again, and it ends in the same bytes."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

import tiny
from kills import count_writes, digest, in_child
from treeplay.config.load import load_settings
from treeplay.corpus.schema import Task
from treeplay.files import dump_json
from treeplay.train.folder import RunFolder
from treeplay.train.rounds import train
from treeplay.train.watch import Silent

POINTS = 20


def a_task(number: int) -> Task:
    return Task(
        id=f"t{number}",
        cwe="CWE-078",
        family=f"f{number}",
        instruction="List a folder.",
        prefix=f"import subprocess\n\n\ndef ls{number}(path):\n",
        golden='    return subprocess.run(["ls", path])\n',
        vulnerable='    return subprocess.run("ls " + path, shell=True)\n',
        functional_test=f"import program\nassert callable(program.ls{number})\n",
        security_test="import program\n",
        licence="Apache-2.0",
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("inputs")
    corpus = folder / "tasks.jsonl"
    corpus.write_text("".join(dump_json(a_task(i).model_dump(mode="json")) + "\n" for i in range(5)))
    return {"model": tiny.save(folder / "model"), "corpus": str(corpus)}


def run_once(folder: Path, inputs: dict[str, str], **changes: str) -> None:
    overrides = {
        "name": "r",
        "model.path": inputs["model"],
        "model.device": "cpu",
        "corpus.source": inputs["corpus"],
        "adapter.rank": "2",
        "warm_start.epochs": "2",
        "rounds": "2",
        "branches.max_tokens": "12",
        "branches.n": "2",
        "judge.policy": "distinct",
        "optim.batch_items": "2",
        "optim.checkpoint_steps": "2",
        "control": "true",
        **changes,
    }
    settings = load_settings("default", [f"{key}={value}" for key, value in overrides.items()])
    train(settings, RunFolder(folder / "r"), Silent())


@pytest.mark.timeout(300)
def test_train_killed_anywhere_and_run_again_ends_in_the_same_bytes(tmp_path: Path, inputs: dict[str, str]) -> None:
    counter = tmp_path / "count"

    def undisturbed() -> None:
        count_writes(None, counter)
        run_once(tmp_path / "whole", inputs)

    assert in_child(undisturbed) == 0
    expected = digest(tmp_path / "whole")
    assert any(name.endswith("trees.jsonl") for name in expected)
    writes = int(counter.read_text())
    points = random.Random(7).sample(range(1, writes + 1), POINTS)
    for point in points:
        folder = tmp_path / f"killed-{point}"

        def killed(point: int = point, folder: Path = folder) -> None:
            count_writes(point)
            run_once(folder, inputs)

        assert os.WTERMSIG(in_child(killed)) == signal.SIGKILL, f"was not killed at write {point} of {writes}"
        assert in_child(lambda folder=folder: run_once(folder, inputs)) == 0  # type: ignore[misc]
        assert digest(folder) == expected, f"differs after a kill at write {point} of {writes}"
