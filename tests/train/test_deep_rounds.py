"""Deep trees end to end: a tiny model that learned to err and then to recover or not, judged by running its programs."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

import tiny
from treeplay.config.load import load_settings
from treeplay.config.run import RunSettings
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError
from treeplay.files import dump_json, read_lines
from treeplay.models.forward import row_logps
from treeplay.models.load import load
from treeplay.models.prompt import Prompter
from treeplay.train.folder import RunFolder
from treeplay.train.forest import grow_forest, read_forest
from treeplay.train.material import prepare
from treeplay.train.rounds import train
from treeplay.train.watch import Silent
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.schema import Tree

START = '    cmd = "ls " + path\n'
WRITES = (START + "    return run(cmd, shell=True)\n", START + '    return run(["ls", path])\n')
ATTACK = """import subprocess
told = []
subprocess.run = lambda *words, **how: told.append(how)
import program
program.ls("x; id")
assert not told[0].get("shell")
"""


def a_task(number: int) -> Task:
    return Task(
        id=f"t{number}",
        cwe="CWE-078",
        family=f"f{number}",
        instruction=f"List {number}.",
        prefix="from subprocess import run\ndef ls(path):\n",
        golden='    return run(["ls", path])\n',
        vulnerable='    return run("ls " + path, shell=True)\n',
        functional_test="import program\nassert callable(program.ls)\n",
        security_test=ATTACK,
        licence="Apache-2.0",
    )


def schooled(folder: Path) -> str:
    """A tiny model that begins with a mistake and goes on as one of `WRITES` does, each as often as the other."""
    prompter = Prompter(tiny.tokenizer())
    model = tiny.model(attention="sdpa", hidden_size=64, intermediate_size=128)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() > 1:
                parameter.div_(6)
    paths = [prompter.golden_path(a_task(0).model_copy(update={"golden": text})) for text in WRITES]
    rows = [path.prompt_ids + path.golden_ids for path in paths]
    size = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (size - len(row))] for row in rows])
    labels = ids.masked_fill((ids == 0) | (torch.arange(size) < len(paths[0].prompt_ids)), -100)
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    for _ in range(110):
        model(input_ids=ids, labels=labels).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    model.save_pretrained(folder)
    prompter.tokenizer.save_pretrained(folder)
    return str(folder)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> RunSettings:
    folder = tmp_path_factory.mktemp("deep")
    tasks = [dump_json(a_task(number).model_dump(mode="json")) + "\n" for number in range(2)]
    (folder / "tasks.jsonl").write_text("".join(tasks))
    overrides = {
        "name": "r",
        "model.path": schooled(folder / "model"),
        "model.device": "cpu",
        "corpus.source": folder / "tasks.jsonl",
        "adapter.rank": 2,
        "warm_start.epochs": 0,
        "rounds": 1,
        "nodes.policies": "[diff]",
        "branches.depth": 2,
        "branches.max_tokens": 70,
    }
    return load_settings("default", [f"{key}={value}" for key, value in overrides.items()])


@pytest.fixture(scope="module")
def folder(settings: RunSettings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a finished run."""
    folder = tmp_path_factory.mktemp("runs") / "r"
    train(settings, RunFolder(folder), Silent())
    return folder


def test_a_round_learns_from_what_was_led_back(folder: Path) -> None:
    found = read_forest(folder / "rounds/1/trees.jsonl").summary()
    assert found["deep_nodes"] >= found["deep_nodes_with_pairs"] >= 2
    assert 0 < found["recovered_share"] < 1
    (forest,) = (line for _, line in read_lines(folder / "metrics.jsonl") if line["kind"] == "forest")
    assert forest["deep_pairs"] == found["deep_pairs"] > 0
    steps = [line for _, line in read_lines(folder / "metrics.jsonl") if line["kind"] == "step"]
    assert steps[0]["margin"] == 0  # player and opponent score the same rows
    assert steps[-1]["margin/deep"] > 0


def test_a_forest_cut_off_anywhere_grows_to_the_same_bytes(settings: RunSettings, folder: Path, tmp_path: Path) -> None:
    whole = (folder / "rounds/1/trees.jsonl").read_bytes()
    path = tmp_path / "trees.jsonl"
    path.write_bytes(whole[: whole.index(b"\n") + 50])
    material = prepare(settings.corpus, settings.model.path, settings.seed)
    grow_forest(settings, material, 1, settings.model.path, path, Silent())
    assert path.read_bytes() == whole


def test_what_was_drawn_inside_a_branch_has_the_opponent_s_log_probabilities(
    settings: RunSettings, folder: Path
) -> None:
    model = load(settings.model.path, device="cpu").model
    tree = read_forest(folder / "rounds/1/trees.jsonl").trees[0]
    trunk = tree.prompt_ids + tree.golden_ids
    seen = 0
    for branch in tree.branches:
        begin = tree.nodes[branch.node].position
        for inner in branch.branches:
            before = trunk[:begin] + branch.ids[: branch.nodes[inner.node].position - begin]
            path = Tree(task_id="p", prompt_ids=before, golden_ids=inner.ids)
            with torch.no_grad():
                expected = row_logps(model, pack([path], PackSettings()))
            assert (expected - torch.tensor(inner.logps)).abs().max() < 1e-4
            seen += 1
    assert seen


def test_depth_without_verdicts_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"set judge\.policy to verified"):
        load_settings("default", ["branches.depth=2", "judge.policy=distinct"])
