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


def plt(number: int, cwe: str, split: str) -> dict[str, object]:
    """An item in SecCodePLT's format; its code shares nothing with another's, since readers keep one of near-equal ones."""
    words = " + ".join(f"{split}_{cwe[4:]}_{number}_{place}" for place in range(12))
    return {
        "id": f"{split}{cwe}{number}",
        "cwe": cwe,
        "group": f"{split}{cwe}{number}",
        "split": split,
        "check": "good",
        "task_description": {"function_name": f"double{number}", "description": "Double a number."},
        "ground_truth": {
            "code_before": f"def double{number}(x):\n",
            "vulnerable_code": f"    return {words}\n",
            "patched_code": f"    if x > 10:\n        raise ValueError\n    return {words}\n",
        },
        "unittest": {"testcases": "testcases = {'capability': [({'x': 2}, 4)], 'safety': [({'x': 11}, ValueError)]}"},
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out as the public sets are, with a few items of ours in their formats."""
    folder = tmp_path_factory.mktemp("data")

    def lines(name: str, *records: object) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("".join(json.dumps(record) + "\n" for record in records))

    cwes = ("CWE-078", "CWE-089", "CWE-502", "CWE-601")
    lines(
        "seccodeplt/tasks.jsonl", *(plt(n, cwe, split) for n in range(4) for cwe in cwes for split in ("train", "dev"))
    )
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
    main = study.arms["tsp"].model_dump()
    for name, arm in study.arms.items():
        own = arm.model_dump()
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
@pytest.mark.parametrize("name", ["rq1-seccodeplt", "rq3-seccodeplt", "ablation-annotated"])
def test_study_of_public_data_is_planned_on_the_real_sets(name: str) -> None:
    plan = estimate(load_study(name, ["base.model.device=cpu", f"data={DATA}"]))
    assert plan.tasks >= 150
    assert all(count >= 30 for count in plan.asked.values())
