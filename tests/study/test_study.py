"""A whole study on the tiny model: two arms, two seeds, two suites, in the form that its readers rely on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from typer.testing import CliRunner

import small_study
from treeplay.cli.main import app, register
from treeplay.config.study import load_study
from treeplay.errors import BusyError, ConfigError, RunError
from treeplay.files import read_lines
from treeplay.locks import locked
from treeplay.study.ledger import read_ledger
from treeplay.study.siblings import siblings
from treeplay.train.forest import read_forest

pytestmark = pytest.mark.timeout(300)  # whole studies; seconds on a quiet machine
register()
RUNNER = CliRunner()


def study(place: Path, *arguments: str) -> Any:
    return RUNNER.invoke(app, ["study", *arguments, "--runs", str(place / "runs")], catch_exceptions=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_study.write(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def folder(place: Path) -> Path:
    done = study(place, str(place / "tiny.yaml"))
    assert done.exit_code == 0, done.output
    assert "stage 20 of 20" in done.output
    assert "differences in points" in done.output
    return place / "runs" / "tiny"


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "results.json").read_text())


def test_a_study_can_be_reported_while_a_process_is_at_it(place: Path, folder: Path) -> None:
    with locked(folder, "measure-base-heldout"):
        assert study(place, "report", "tiny").exit_code == 0


def test_processes_share_the_stages_of_a_study_and_end_in_the_bytes_of_one(place: Path, folder: Path) -> None:
    done = study(place, str(place / "tiny.yaml"), "name=shared", "--jobs", "2")
    assert done.exit_code == 0, done.output + (place / "runs/shared/process-2.log").read_text()
    shared = place / "runs" / "shared"
    finished = [line["stage"] for line in read_ledger(shared / "study.jsonl")]
    assert len(finished) == len(set(finished)) == 20
    drawn = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("samples.jsonl")}
    assert drawn == {path.relative_to(shared): path.read_bytes() for path in shared.rglob("samples.jsonl")}
    told = (done.output + (shared / "process-2.log").read_text()).splitlines()
    assert len([line for line in told if line.startswith("stage ") and "done before" not in line]) == 20


def test_a_failing_sibling_is_reported_with_its_log(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"process-2\.log"), siblings(1, ["study", "report", "nothing"], tmp_path):
        pass


def test_results_have_the_promised_form_for_every_suite(results: dict[str, Any]) -> None:
    assert results["suite"] == "heldout"
    assert list(results["suites"]) == ["unseen"]
    for found, n in ((results, 2), (results["suites"]["unseen"], 1)):
        assert set(found["arms"]) == {"base", "start", "sft", "tsp"}
        for arm, metrics in found["arms"].items():
            for value in metrics.values():
                assert set(value) == {"value", "low", "high", "n"}
            assert metrics["func_sec@1"]["n"] == n * found["tasks"] * (1 if arm == "base" else 2)
        assert set(found["paired"]) == {"tsp-base", "tsp-start", "tsp-sft", "again", "both"}
        for metrics in found["paired"].values():
            for value in metrics.values():
                assert set(value) == {"diff", "low", "high", "p", "p_holm"}
                assert value["p_holm"] >= value["p"]
    assert (results["seeds"], results["missing"]) == (2, [])
    assert results["tasks"] == 5
    assert {cwe: own["tasks"] for cwe, own in results["by_cwe"].items()} == {"CWE-022": 2, "CWE-078": 3}
    assert results["suites"]["unseen"]["tasks"] == 2  # those of the weakness that training does not hold


def test_more_pairs_are_held_against_each_other_and_arms_of_a_side_averaged(results: dict[str, Any]) -> None:
    own, again, both = (results["paired"][pair]["parse_rate"]["diff"] for pair in ("tsp-sft", "again", "both"))
    assert again == own
    assert both == pytest.approx(own / 2), "half of it is sft against itself"


def test_pairs_of_unknown_arms_are_refused(place: Path) -> None:
    with pytest.raises(ConfigError, match=r"pairs\.odd names tps"):
        load_study(str(place / "tiny.yaml"), ["pairs={odd: [[tps], [sft]]}"])


def test_arms_have_equal_gradient_tokens_and_share_one_warm_start_a_seed(folder: Path, results: dict[str, Any]) -> None:
    tokens = {arm: own["gradient_tokens"] for arm, own in results["cost"]["arms"].items()}
    for seed in ("0", "1"):
        batch = 2 * 142  # two items a step, and no tree of the tiny corpus is longer
        assert tokens["tsp"][seed] <= tokens["sft"][seed] < tokens["tsp"][seed] + batch
    starts = sorted((folder / "shared").glob("start-*"))
    assert len(starts) == 2
    for run in folder.glob("arms/*/seed-*"):
        manifest = json.loads((run / "manifest.json").read_text())
        assert manifest["warm_start"]["model"] in {str(start / "rounds/0/model") for start in starts}
        assert not (run / "rounds/0").exists()


def test_cost_counts_what_every_stage_drew_and_took(folder: Path, results: dict[str, Any]) -> None:
    lines = [line for _, line in read_lines(folder / "study.jsonl")]
    assert len(lines) == 20
    assert all(line["finished"] and line["wall_s"] > 0 and line["peak_memory_gib"] > 0.05 for line in lines)
    assert results["cost"]["total"]["drawn_tokens"] == sum(line["drawn_tokens"] for line in lines)
    sampled = results["cost"]["arms"]["tsp"]["sampled_tokens"]
    answers = [line for path in folder.glob("arms/tsp/*/bench/*/tsp/samples.jsonl") for _, line in read_lines(path)]
    assert sampled["answers"] == sum(line["tokens"] for line in answers)
    assert sampled["branches"] > 0
    assert results["cost"]["arms"]["sft"]["sampled_tokens"]["branches"] == 0
    assert not list(folder.glob("arms/sft/*/rounds/*/trees.jsonl"))  # SFT asks no opponent


def test_report_is_offline_scriptless_and_shows_each_part(folder: Path, place: Path) -> None:
    page = (folder / "report.html").read_text()
    assert "default-src 'none'" in page
    assert "<script" not in page.lower()
    for outside in ("http://", "https://", "src=", "@import", "url("):
        assert outside not in page, outside
    for part in (
        "tsp-sft",
        "McNemar",
        "Holm",
        "Cohen",
        "Where the variance comes from",
        "Weakness by weakness",
        "What it cost",
        "Overlap",
    ):
        assert part in page, part
    assert "&lt;two&gt; layers" in page  # the question is text, not markup


def test_report_json_prints_what_the_file_holds(results: dict[str, Any], place: Path) -> None:
    printed = study(place, "report", "tiny", "--json")
    assert json.loads(printed.stdout) == results


def test_arms_that_would_grow_the_same_forest_grow_it_once_and_weigh_it_each(place: Path, folder: Path) -> None:
    branches = "judge: {policy: distinct}, branches: {n: 2}"
    more = ["arms.tsp.rounds=1", f"arms.firm={{method: tsp, rounds: 1, {branches}, loss: {{beta: 1.0}}}}",
            "arms.judged={method: tsp, judge: {policy: verified}, branches: {n: 2}}"]  # fmt: skip
    done = study(place, str(place / "tiny.yaml"), "name=forest", "--seeds", "0", *more)
    assert done.exit_code == 0, done.output
    grown = place / "runs" / "forest"
    lines = [line for line in read_ledger(grown / "study.jsonl") if line["kind"] in ("grow", "train")]
    assert [line["kind"] for line in lines].count("grow") == 1

    def trees(root: Path, arm: str) -> bytes:
        return (root / "arms" / arm / "seed-0" / "rounds" / "1" / "trees.jsonl").read_bytes()

    assert trees(grown, "tsp") == trees(grown, "firm") == trees(folder, "tsp"), "as if each had grown its own"
    own = [{branch.weight for tree in read_forest(grown / "arms" / arm / "seed-0/rounds/1/trees.jsonl").trees
            for branch in tree.branches} for arm in ("tsp", "judged")]  # fmt: skip
    assert own[0] == {1.0} and own[1] != {1.0}
    cost = json.loads((grown / "cost.json").read_text())
    drawn = {arm: found["sampled_tokens"]["branches"] for arm, found in cost["arms"].items()}
    assert drawn["tsp"] == drawn["firm"] > 0, "each arm's account holds the shared forest"
    assert cost["total"]["drawn_tokens"] < sum(drawn.values()) + sum(
        found["sampled_tokens"]["answers"] for found in cost["arms"].values()
    )


def test_run_again_does_nothing_twice(folder: Path, place: Path) -> None:
    before = {
        path: path.stat().st_mtime_ns for name in ("*.safetensors", "samples.jsonl") for path in folder.rglob(name)
    }
    lines = (folder / "study.jsonl").read_bytes()
    done = study(place, str(place / "tiny.yaml"), "--seeds", "0")
    assert "stage 11 of 11 · measure sft, seed 0, unseen · done before" in done.output.replace("\n", " ")
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert (folder / "study.jsonl").read_bytes() == lines


@pytest.mark.parametrize(
    ("change", "named"),
    [("arms.tsp.loss.nll=0.5", "differs in .*settings.loss.nll"), ("base.bench.n=3", "n was 2")],
)
def test_changed_setting_is_refused_before_anything_is_lost(folder: Path, place: Path, change: str, named: str) -> None:
    before = {name: (folder / name).read_bytes() for name in ("results.json", "study.json", "audit.json")}
    with pytest.raises(RunError, match=named):
        study(place, str(place / "tiny.yaml"), change)
    assert before == {name: (folder / name).read_bytes() for name in before}


def test_run_again_with_other_threads_goes_on(folder: Path, place: Path) -> None:
    own = torch.get_num_threads()
    torch.set_num_threads(own + 1)  # as with other `--jobs`, or on a machine with more cores
    try:
        done = study(place, str(place / "tiny.yaml"))
        assert done.exit_code == 0, done.output
        assert torch.get_num_threads() == own + 1
    finally:
        torch.set_num_threads(own)


def test_another_study_takes_over_the_training(folder: Path, place: Path) -> None:
    (place / "more.yaml").write_text(
        f"study: {place}/tiny.yaml\ntrained_in: tiny\nseeds: [0]\nsuites:\n- {{suite: {place}/test.jsonl, name: greedy, n: 1, temperature: 0}}\n"
    )
    done = study(place, str(place / "more.yaml"))
    assert done.exit_code == 0, done.output
    found = json.loads((place / "runs/more/results.json").read_text())
    assert set(found["arms"]) == {"base", "start", "sft", "tsp"}
    assert not (place / "runs/more/arms").exists()
    assert list(folder.glob("arms/*/seed-*/bench/greedy"))
    named = place / "named.yaml"
    named.write_text(f"name: more\nstudy: {place}/more.yaml\n")
    (place / "child.yaml").write_text(f"study: {named}\n")
    assert load_study(str(place / "child.yaml")).name == "child", "a name is not inherited"
    assert "greedy" in study(place, "report", str(named)).output, "a file is reported under its own name"


def test_report_of_an_unfinished_study_says_what_is_missing(folder: Path, place: Path) -> None:
    with pytest.raises(RunError, match="holds no study; run"):
        study(place, "report", "absent")
    part = place / "runs" / "part"
    shutil.copytree(folder, part)
    settings = json.loads((part / "study.json").read_text())
    (part / "study.json").write_text(json.dumps({**settings, "name": "part", "seeds": [0, 4]}))
    (part / "arms/tsp/seed-1/rounds/2/stage.json").unlink()
    verdicts = part / "arms/tsp/seed-0/bench/heldout/tsp/verdicts.jsonl"
    verdicts.write_text(verdicts.read_text().replace('"final": true', '"final": false', 1))
    printed = study(place, "report", "part")
    found = json.loads((part / "results.json").read_text())
    assert found["seeds"] == 1
    assert list(found["cost"]["arms"]["tsp"]["gradient_tokens"]) == ["0"], "what is begun only has no whole account"
    assert found["missing"][0] == "measure start, seed 4, heldout"
    assert "not finished" in printed.output
    assert found["unrun"] == {"tsp": 1}
    assert "could not be run, counted as not working: tsp 1" in " ".join(printed.output.split())
    assert "could not be run" in (part / "report.html").read_text()


def test_dry_run_prints_the_plan_and_trains_nothing(place: Path) -> None:
    done = study(place, str(place / "tiny.yaml"), "name=dry", "--dry-run")
    assert done.exit_code == 0
    text = " ".join(done.output.split())
    assert "time in all about" in text
    assert "4 tasks to learn from; tasks asked: heldout 5, unseen 2" in text
    assert not (place / "runs/dry").exists()


def test_a_run_of_the_study_that_a_stranger_writes_into_is_refused_not_waited_for(place: Path, folder: Path) -> None:
    lines = (folder / "study.jsonl").read_bytes()
    with locked(folder / "arms" / "tsp" / "seed-0"), pytest.raises(BusyError, match="seed-0"):
        study(place, str(place / "tiny.yaml"), "--seeds", "0")
    assert (folder / "study.jsonl").read_bytes() == lines
