"""`accelerate launch` with two processes trains the same model as one: rows are shared out, gradients summed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors.torch import load_file

import tiny
from treeplay.corpus.schema import Task
from treeplay.files import dump_json

LAUNCH = ("-m", "accelerate.commands.launch", "--cpu", "--num_machines", "1", "--mixed_precision", "no")


def a_task(number: int) -> Task:
    return Task(
        id=f"t{number}",
        cwe="CWE-078",
        family=f"f{number}",
        instruction="List a folder.",
        prefix=f"import subprocess\n\n\ndef ls{number}(path):\n",
        golden='    return subprocess.run(["ls", path])\n',
        vulnerable='    return subprocess.run("ls " + path, shell=True)\n',
    )


def train(folder: Path, processes: int) -> dict[str, str]:
    """Trains with so many processes; returns the last record of each phase."""
    corpus = folder / "tasks.jsonl"
    corpus.write_text("".join(dump_json(a_task(i).model_dump(mode="json")) + "\n" for i in range(5)))
    settings = [
        "name=r",
        f"model.path={tiny.save(folder / 'model')}",
        "model.device=cpu",
        f"corpus.source={corpus}",
        "adapter.rank=2",
        "warm_start.epochs=1",
        "rounds=1",
        "branches.sources=[vulnerable]",
        "judge.policy=distinct",
        "optim.batch_items=3",
        "optim.max_row_tokens=64",
    ]
    done = subprocess.run(
        [sys.executable, *LAUNCH, "--num_processes", str(processes), "-m", "treeplay", "train", "default", *settings]
        + ["--runs", str(folder)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    lines = (folder / "r" / "metrics.jsonl").read_text().splitlines()
    return {record["phase"]: record for record in map(json.loads, lines) if record["kind"] == "step"}


@pytest.mark.timeout(300)
def test_two_processes_train_the_same_model_as_one(tmp_path: Path) -> None:
    found = {}
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        folder.mkdir()
        records = train(folder, processes)
        found[processes] = records, load_file(folder / "r/rounds/1/model/adapter_model.safetensors")
    (one, weights_one), (two, weights_two) = found[1], found[2]
    assert set(one) == {"warm start", "round 1"}
    for phase, record in one.items():
        assert two[phase] == pytest.approx(record, abs=2e-5)
    assert all((weights_two[name] - value).abs().max() < 1e-5 for name, value in weights_one.items())
