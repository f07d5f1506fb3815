"""Every shipped study is read, documented and planned, on the bundled model and on one that is not here."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from treeplay.config.load import note, shipped
from treeplay.config.study import load_study
from treeplay.study.estimate import estimate
from treeplay.study.stages import stages

NAMES = shipped("study")
FEW = ("base.corpus.max_tasks=6", "base.model.device=cpu")
DATA = Path(os.environ.get("TREEPLAY_DATA", "/nonexistent"))


def a_task(number: int, cwe: str, split: str) -> dict[str, object]:
    golden = "    if x > 10:\n        raise ValueError\n    return x\n"
    return {
        "id": f"{split}-{cwe}-{number}",
        "cwe": cwe,
        "split": split,
        "instruction": "Limit a number.",
        "prefix": f"def limit{number}(x):\n",
        "golden": golden,
        "vulnerable": "    return x\n",
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out as the public sets are, with a few items of ours in their formats."""
    folder = tmp_path_factory.mktemp("data")

    def lines(name: str, *records: object) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records))

    cwes = ("CWE-078", "CWE-089", "CWE-079", "CWE-601")
    for name, split in (("train", "train"), ("report", "test")):
        lines(f"{name}.jsonl", *(a_task(number, cwe, split) for number in range(4) for cwe in cwes))
    solved = {"prompt": "def one():\n", "canonical_solution": "    return 1\n", "entry_point": "one"}
    lines(
        "humaneval/humanevalplus.jsonl",
        {"task_id": "HumanEval/0", "test": "def check(f):\n    assert f() == 1\n", **solved},
    )
    script = {"prompt": "const one = () => {\n", "canonical_solution": "  return 1;\n}\n", "test": "one();"}
    lines("humaneval_x/humaneval_js.jsonl", {"task_id": "JavaScript/0", **script})
    return folder


def test_shipped_studies_hold_the_promised_ones() -> None:
    assert {"rq1", "rq2", "rq3", "utility", "ablations", "scaling"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_shipped_study_is_read_and_says_what_it_asks(name: str) -> None:
    study = load_study(name, [*FEW, "data=/data"])
    assert study.name == name
    assert study.question.endswith("?")
    assert len(note("study", name)) > 40
    assert study.main == "tsp"
    assert len(stages(study)) >= 1 + len(study.seeds) * 2 * len(study.arms)


def test_rq1_has_every_rival_and_the_published_form_of_tsp() -> None:
    study = load_study("rq1")
    assert [arm.loss.name for arm in study.arms.values()] == ["sft", "spin", "dpo", "safecoder", "tsp", "tsp"]
    assert len(study.seeds) >= 3


def test_ablations_change_one_thing_each() -> None:
    study = load_study("ablations")
    for name, arm in study.arms.items():
        beside = "rounds-2" if name in ("reference-initial", "curriculum", "reuse-1") else "tsp"
        own, main = arm.model_dump(), study.arms[beside].model_dump()
        changed = {key for key in own if own[key] != main[key]}
        assert len(changed) == (0 if name == "tsp" else 3 if name == "full" else 1), (name, changed)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("utility", "ablation-annotated")])
def test_shipped_study_is_planned_without_weights(name: str, data: Path) -> None:
    plan = estimate(load_study(name, [*FEW, f"data={data}"]))
    assert plan.tasks == 6
    assert plan.parameters > 1e8
    assert all(one.seconds > 0 for one in plan.stages)
    assert all(count > 0 for count in plan.asked.values())
    budgets = {one.gradient_tokens for one in plan.stages if one.stage.kind == "train"}
    assert len(budgets) == 1 or name == "scaling"


def test_study_is_planned_for_the_papers_model_unchanged() -> None:
    plan = estimate(load_study("rq1", [*FEW, "base.preset=paper-codellama-7b"]))
    assert plan.parameters == pytest.approx(6.74e9, rel=0.01)
    assert not [one for one in plan.stages if one.stage.kind == "start"]  # the paper has no warm start
    assert plan.memory_gib > 50


@pytest.mark.shared
@pytest.mark.skipif(not DATA.exists(), reason="no folder of public data sets (TREEPLAY_DATA)")
def test_study_of_public_data_is_planned_on_the_real_set() -> None:
    plan = estimate(load_study("ablation-annotated", ["base.model.device=cpu", f"data={DATA}"]))
    assert plan.tasks == 160
    assert {one.stage.arm for one in plan.stages} >= {"nodes-annotated", "nodes-diff"}
