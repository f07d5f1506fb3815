"""The whole way on a tiny model: train, measure, report; the command line as a user types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tiny
from small_study import a_task
from treeplay.cli.main import app, register
from treeplay.errors import ConfigError, DataError, ModelError, RunError
from treeplay.files import dump_json
from treeplay.report.gather import gather
from treeplay.report.page import render

register()
RUNNER = CliRunner()


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    model = tiny.save(folder / "model")
    for split in ("train", "test"):
        lines = [dump_json(a_task(i, split).model_dump(mode="json")) + "\n" for i in range(4)]
        (folder / f"{split}.jsonl").write_text("".join(lines))
    arguments = [
        "run",
        "default",
        "--runs",
        str(folder / "runs"),
        "name=whole",
        f"model.path={model}",
        "model.device=cpu",
        f"corpus.source={folder}/train.jsonl",
        f"bench.suite={folder}/test.jsonl",
        "bench.n=2",
        "bench.max_tokens=12",
        "branches.max_tokens=12",
        "adapter.rank=2",
        "judge.policy=distinct",
        "rounds=1",
        "control=true",
        "warm_start.epochs=1",
        "optim.batch_items=2",
    ]
    result = RUNNER.invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "report:" in result.output
    return folder / "runs" / "whole"


def test_run_writes_a_summary_with_intervals_for_every_arm(run_folder: Path) -> None:
    summary = json.loads((run_folder / "summary.json").read_text())
    assert list(summary["arms"]) == ["base", "sft", "tsp"]
    for arm in summary["arms"].values():
        for metric in ("func_sec@1", "spr_strict@1", "func@1"):
            assert set(arm[metric]) >= {"value", "low", "high", "n"}
            assert arm[metric]["low"] <= arm[metric]["value"] <= arm[metric]["high"]
            assert arm[metric]["n"] == 8
    tokens = summary["gradient_tokens"]
    assert tokens["control"] >= tokens["round 1"]
    assert set(summary["paired"]) == {"tsp-base", "tsp-sft"}


def test_run_report_is_offline_scriptless_and_escaped(run_folder: Path) -> None:
    page = (run_folder / "report.html").read_text()
    assert "default-src 'none'" in page
    assert "<script" not in page.lower()
    for outside in ("http://", "https://", "src=", "@import", "url("):
        assert outside not in page, outside


def test_report_is_of_models_that_are_judged_to_the_end_and_does_without_programs(
    run_folder: Path, tmp_path: Path
) -> None:
    part = shutil.copytree(run_folder, tmp_path / "part")
    whole = gather(part).suites[0]
    told = part / "bench" / whole.name / "base" / "manifest.json"
    asked = json.loads(told.read_text())
    other = asked | {"prompts_sha256": "0", "prompts": dict.fromkeys(asked["prompts"], "0")}
    told.write_text(json.dumps(other))
    assert (gather(part).suites[0].models, gather(part).suites[0].others) == (whole.models[1:], ("base",))
    assert "Left out: base" in render(gather(part))
    told.write_text(json.dumps(asked))
    (part / "bench" / whole.name / "sft" / "results.json").unlink()
    assert gather(part).suites[0].models == tuple(name for name in whole.models if name != "sft")
    manifest = (part / "manifest.json").read_text()
    (part / "manifest.json").write_text(manifest.replace("train.jsonl", "gone.jsonl"))
    assert gather(part).trees == ()


def test_run_again_changes_nothing(run_folder: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in run_folder.rglob("samples.jsonl")}
    steps = (run_folder / "metrics.jsonl").read_bytes()
    settings = json.loads((run_folder / "manifest.json").read_text())["settings"]
    arguments = ["run", "default", "--runs", str(run_folder.parent), "name=whole", "seed=5"]
    places = [f"model.path={settings['model']['path']}", f"corpus.source={settings['corpus']['source']}"]
    changed = RUNNER.invoke(app, [*arguments, *places])
    assert changed.exit_code != 0
    assert "differs in" in str(changed.exception)
    assert settings["rounds"] == 1
    assert (run_folder / "metrics.jsonl").read_bytes() == steps
    assert before == {p: p.stat().st_mtime_ns for p in run_folder.rglob("samples.jsonl")}


def test_tree_show_draws_the_trees_that_a_run_learned_from(run_folder: Path) -> None:
    place = run_folder.parent.parent
    trees = str(run_folder / "rounds/1/trees.jsonl")
    options = ["--corpus", str(place / "train.jsonl"), "--model", str(place / "model")]
    result = RUNNER.invoke(app, ["tree", "show", trees, *options, "--limit", "2"], catch_exceptions=False)
    assert result.exit_code == 0
    assert 'subprocess.run(["ls", path])' in result.output
    assert "more with --limit" in result.output
    with pytest.raises(DataError, match="holds no tree of a task 'absent'"):
        RUNNER.invoke(app, ["tree", "show", trees, *options, "--task", "absent"], catch_exceptions=False)
    with pytest.raises(DataError, match="give --corpus"):
        RUNNER.invoke(app, ["tree", "show", trees, "--corpus", "builtin"], catch_exceptions=False)


@pytest.mark.parametrize("form", ["trl", "llamafactory"])
def test_tree_export_writes_pairs_that_part_at_the_node(run_folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "pairs.jsonl" if form == "trl" else tmp_path / "pairs"
    options = ["--out", str(out), "--format", form, "--model", str(run_folder.parent.parent / "model")]
    trees = str(run_folder / "rounds/1/trees.jsonl")
    result = RUNNER.invoke(app, ["tree", "export", trees, *options], catch_exceptions=False)
    assert result.exit_code == 0
    if form == "trl":
        pairs = [json.loads(line) for line in out.read_text().splitlines()]
    else:
        assert json.loads((out / "dataset_info.json").read_text())["treeplay"]["ranking"] is True
        pairs = json.loads(next(path for path in out.glob("*.json") if path.name != "dataset_info.json").read_text())
    assert pairs
    assert all(pair["chosen"] != pair["rejected"] for pair in pairs)


def test_tree_grow_writes_judged_trees_and_goes_on_where_it_was(run_folder: Path, tmp_path: Path) -> None:
    place, out = run_folder.parent.parent, tmp_path / "trees.jsonl"
    settings = [f"corpus.source={place}/train.jsonl", f"model.path={place}/model", "model.device=cpu"]
    short = ["branches.max_tokens=8", "branches.n=2", "branches.sources=[opponent,vulnerable]"]
    command = ["tree", "grow", "default", "--out", str(out), *settings, *short]
    result = RUNNER.invoke(app, command, catch_exceptions=False)
    assert result.exit_code == 0
    whole = out.read_bytes()
    trees = [json.loads(line) for line in whole.splitlines()]
    assert len(trees) == 4
    vulnerable = [b for tree in trees for b in tree["branches"] if b["source"] == "vulnerable"]
    assert len(vulnerable) == 4
    out.write_bytes(whole[: len(whole) // 2])
    RUNNER.invoke(app, command, catch_exceptions=False)
    assert out.read_bytes() == whole
    tiny.save(tmp_path / "another", seed=1)
    for other, named in ((["nodes.policies=[root]"], "nodes"), (["--model", str(tmp_path / "another")], "weights")):
        refused = RUNNER.invoke(app, [*command, *other])
        assert isinstance(refused.exception, RunError)
        assert named in str(refused.exception)
    assert out.read_bytes() == whole
    out.unlink()  # as the error advises
    assert RUNNER.invoke(app, [*command, "nodes.policies=[root]"]).exit_code == 0


def test_trees_are_shown_and_exported_with_the_model_and_tasks_that_they_were_grown_with(
    run_folder: Path, tmp_path: Path
) -> None:
    place, out = run_folder.parent.parent, tmp_path / "trees.jsonl"
    settings = [f"corpus.source={place}/train.jsonl", f"model.path={place}/model", "model.device=cpu"]
    short = ["branches.max_tokens=8", "branches.n=1", "judge.policy=none"]
    assert not RUNNER.invoke(app, ["tree", "grow", "default", "--out", str(out), *settings, *short]).exit_code
    shared = tmp_path / "study" / "shared" / "forest-0" / "trees.jsonl"
    shared.parent.mkdir(parents=True)
    shutil.copy(out, shared)
    grown = json.loads((run_folder / "manifest.json").read_text())["settings"]
    (tmp_path / "study" / "study.json").write_text(json.dumps({"base": grown}))
    for trees in (out, run_folder / "rounds/1/trees.jsonl", shared):
        shown = RUNNER.invoke(app, ["tree", "show", str(trees)])
        assert "subprocess.run" in shown.output, shown.output
    RUNNER.invoke(app, ["tree", "export", str(out), "--out", str(tmp_path / "p.jsonl")])
    assert "List folder" in (tmp_path / "p.jsonl").read_text()


def test_a_suite_that_is_not_there_is_told_before_anything_is_trained(run_folder: Path, tmp_path: Path) -> None:
    place = run_folder.parent.parent
    settings = [f"corpus.source={place}/train.jsonl", f"model.path={place}/model", "bench.suite=builtin:tset"]
    refused = RUNNER.invoke(app, ["run", "default", "--runs", str(tmp_path), "name=x", *settings])
    assert isinstance(refused.exception, ConfigError)
    assert not (tmp_path / "x").exists()


def test_model_check_proves_a_model_and_refuses_one_by_name(run_folder: Path, tmp_path: Path) -> None:
    model = str(run_folder.parent.parent / "model")
    result = RUNNER.invoke(app, ["model", "check", model], catch_exceptions=False)
    assert "packed trees differ from rows by" in result.output.replace("\n", " ")
    with pytest.raises(ModelError, match="give `bundled`, a folder"):
        RUNNER.invoke(app, ["model", "check", str(tmp_path / "absent")], catch_exceptions=False)
