"""A whole study on the tiny model: two arms, two seeds, two suites; what is shared is run once; killed, it goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import tiny
from treeplay.cli.main import app, register
from treeplay.corpus.schema import Task
from treeplay.files import dump_json

register()
RUNNER = CliRunner()
TIMED = {"study.jsonl", "cost.json", "results.json", "report.html"}
"Files that hold times."

STUDY = """
question: Does self-play help a model of two layers?
base:
  model: {{path: {model}, device: cpu}}
  adapter: {{rank: 2}}
  corpus: {{source: {folder}/train.jsonl}}
  warm_start: {{epochs: 1}}
  branches: {{max_tokens: 12}}
  optim: {{batch_items: 2}}
  bench: {{n: 2, max_tokens: 12}}
budget: {{arm: tsp, epochs: 1}}
seeds: [0, 1]
main: tsp
suites:
- {{suite: {folder}/test.jsonl, name: heldout}}
- {{suite: {folder}/test.jsonl, name: unseen, cwes: unseen, n: 1}}
arms:
  sft: {{method: sft}}
  tsp: {{method: tsp, judge: {{policy: distinct}}, branches: {{n: 2}}}}
"""


def a_task(number: int, split: str, cwe: str = "CWE-078") -> Task:
    return Task(
        id=f"{split}{number}",
        cwe=cwe,
        family=f"{split}{number}",
        split=split,  # type: ignore[arg-type]
        instruction=f"List folder {number}.",
        prefix=f"import subprocess\n\n\ndef ls{number}(path):\n",
        golden='    return subprocess.run(["ls", path])\n',
        vulnerable='    return subprocess.run("ls " + path, shell=True)\n',
        functional_test=f"import program\nassert callable(program.ls{number})\n",
        security_test="import program\n",
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Model, tasks and a file of a study."""
    folder = tmp_path_factory.mktemp("study")
    tasks = {"train": [a_task(i, "train") for i in range(4)]}
    tasks["test"] = [a_task(i, "test", "CWE-078" if i < 3 else "CWE-022") for i in range(5)]
    for split, own in tasks.items():
        lines = [dump_json(task.model_dump(mode="json")) + "\n" for task in own]
        (folder / f"{split}.jsonl").write_text("".join(lines))
    (folder / "tiny.yaml").write_text(STUDY.format(model=tiny.save(folder / "model"), folder=folder))
    return folder


def study(place: Path, *arguments: str) -> Any:
    return RUNNER.invoke(app, ["study", *arguments, "--runs", str(place / "runs")], catch_exceptions=False)


@pytest.fixture(scope="module")
def results(place: Path) -> dict[str, Any]:
    done = study(place, str(place / "tiny.yaml"))
    assert done.exit_code == 0, done.output
    assert "stage 1 of 20" in done.output.replace("\n", " ")
    return json.loads((place / "runs/tiny/results.json").read_text())


def test_results(results: dict[str, Any], place: Path) -> None:
    print(json.dumps(results, indent=1)[:6000])
    print((place / "runs/tiny/study.jsonl").read_text())
