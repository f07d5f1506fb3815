"""A study with folds on the tiny model: every task is asked once a seed, of models that did not learn its family."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import small_study
from treeplay.config.study import load_study
from treeplay.errors import ConfigError
from treeplay.files import read_lines
from treeplay.study.results import write_results
from treeplay.study.run import run_study
from treeplay.study.stages import StudyFolder, stages

pytestmark = pytest.mark.timeout(300)  # a whole study; seconds on a quiet machine
ONE_SUITE = "suites=[{{suite: {place}/train.jsonl, name: families}}]"
SEEDS, TASKS = 2, 4


def settings(place: Path, *more: str) -> Any:
    return load_study(str(place / "tiny.yaml"), ["folds=2", ONE_SUITE.format(place=place), *more])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_study.write(tmp_path_factory.mktemp("folds"))


@pytest.fixture(scope="module")
def folder(place: Path) -> StudyFolder:
    found = StudyFolder(place / "runs" / "folds")
    run_study(settings(place), found, small_study.Quiet())
    return found


def asked(run: Path) -> set[str]:
    return {line["task_id"] for path in run.glob("bench/*/*/samples.jsonl") for _, line in read_lines(path)}


def test_each_model_is_asked_about_the_families_that_it_did_not_learn(place: Path, folder: StudyFolder) -> None:
    for seed in range(SEEDS):
        for arm in ("sft", "tsp"):
            runs = [folder.path / "arms" / arm / f"seed-{seed}-fold-{fold}" for fold in range(2)]
            parts = [asked(run) for run in runs]
            assert parts[0] | parts[1] == {f"train{number}" for number in range(TASKS)}
            assert not parts[0] & parts[1]
            for run, part in zip(runs, parts, strict=True):
                assert json.loads((run / "manifest.json").read_text())["corpus"]["tasks"] == TASKS - len(part)
                trees = [line["task_id"] for path in run.glob("rounds/*/trees.jsonl") for _, line in read_lines(path)]
                assert bool(trees) == (arm == "tsp")
                assert not part & set(trees)


def test_a_warm_start_holds_the_fold_out_too_unless_it_has_a_corpus_of_its_own(
    place: Path, folder: StudyFolder
) -> None:
    assert len(list(folder.path.glob("shared/start-*"))) == 2 * SEEDS
    own = settings(place, f"base.warm_start.corpus={{source: {place}/train.jsonl}}")
    starts = [stage.name for stage in stages(own) if stage.kind == "start"]
    assert starts == ["warm start, seed 0, fold 0", "warm start, seed 1, fold 0"]
    assert len({folder.start(own, own.arm("tsp", repeat)) for repeat in own.repeats}) == SEEDS


def test_figures_are_of_all_tasks_and_a_seed_counts_when_its_folds_are_complete(folder: StudyFolder) -> None:
    results = write_results(folder)
    assert (results["tasks"], results["seeds"], results["missing"]) == (TASKS, SEEDS, [])
    for arm, seeds in (("base", 1), ("start", SEEDS), ("sft", SEEDS), ("tsp", SEEDS)):
        assert results["arms"][arm]["func_sec@1"]["n"] == 2 * TASKS * seeds
    assert set(results["cost"]["arms"]["tsp"]["gradient_tokens"]) == {
        f"{s}, fold {f}" for s in range(2) for f in range(2)
    }
    assert results["audit"]["families"]["families"] == 0
    assert results["audit"]["families"]["asked"] == TASKS

    gone = folder.path / "arms/tsp/seed-1-fold-1/bench/families-fold-1/tsp/results.json"
    kept = gone.read_bytes()
    gone.unlink()
    partial = write_results(folder)
    gone.write_bytes(kept)
    assert partial["missing"] == ["measure tsp, seed 1, fold 1, families"]
    assert partial["arms"]["tsp"]["func_sec@1"]["n"] == 2 * TASKS
    assert partial["arms"]["sft"]["func_sec@1"]["n"] == 4 * TASKS


def test_a_fold_cannot_be_left_out_of_folds(place: Path) -> None:
    with pytest.raises(ConfigError, match="leave it out"):
        settings(place, "base.corpus.without_fold=[0, 2]")


def test_arms_that_learn_from_fewer_families_begin_from_one_warm_start(place: Path) -> None:
    few = "arms.few={method: sft, corpus: {max_families: 1}}"
    own = settings(place, "seeds=[0]", f"base.warm_start.corpus={{source: {place}/train.jsonl}}", few)
    folder = StudyFolder(place / "runs" / "few")
    run_study(own, folder, small_study.Quiet())
    (start,) = folder.path.glob("shared/start-*")
    learned = {
        run.parent.name: json.loads((run / "manifest.json").read_text())["corpus"]["tasks"] for run in runs(folder)
    }
    assert learned == {"sft": TASKS // 2, "tsp": TASKS // 2, "few": 1}
    assert json.loads((start / "manifest.json").read_text())["corpus"]["tasks"] == TASKS
    without_own = settings(place, few)
    starts = {folder.start(without_own, without_own.arm(arm, without_own.repeats[0])) for arm in without_own.arms}
    assert len(starts) == 2, "what it learns from differs"


def runs(folder: StudyFolder) -> list[Path]:
    return sorted(folder.path.glob("arms/*/*"))
