"""Every shipped preset is read, planned and documented; wrong settings say what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from treeplay.config.load import load_settings, note, preset_names
from treeplay.config.run import RunSettings
from treeplay.config.show import annotated_yaml
from treeplay.errors import ConfigError

NAMES = preset_names()


def test_preset_names_hold_the_promised_ones() -> None:
    assert {"quickstart", "default", "paper", "paper-codellama-7b", "paper-qwen-3b", "paper-qwen-7b"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_preset_is_read_and_says_what_it_is_for(name: str) -> None:
    settings = load_settings(name)
    assert settings.name == name
    assert len(note("preset", name)) > 20


@pytest.mark.parametrize("name", NAMES)
def test_preset_is_planned_without_weights_or_hub(name: str) -> None:
    from treeplay.train.plan import plan

    found = plan(load_settings(name, ["corpus.max_tasks=8", "model.device=cpu"]))
    assert found.tasks == 8
    assert found.nodes > 0
    assert all(seconds > 0 for seconds in found.seconds.values())
    assert found.parameters > 1e8


def test_plan_counts_the_parameters_of_the_paper_s_model() -> None:
    from treeplay.train.plan import plan

    found = plan(load_settings("paper-codellama-7b", ["corpus.max_tasks=2", "model.device=cpu"]))
    assert found.parameters == pytest.approx(6.74e9, rel=0.01)
    assert found.trainable == found.parameters


def test_plan_without_an_adapter_is_timed_in_the_number_type_of_training_and_in_that_of_sampling(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from treeplay.train import plan

    timed: list[str] = []
    monkeypatch.setattr(plan, "calibrate", lambda model: timed.append(model.dtype) or 1e9)
    few = ["corpus.max_tasks=2", "model.device=cpu", "model.dtype=bfloat16"]
    plan.plan(load_settings("small", [*few, "adapter=null"]))
    plan.plan(load_settings("small", few))
    assert timed == ["float32", "bfloat16", "bfloat16"]


def test_plan_counts_what_is_drawn_inside_branches() -> None:
    from treeplay.train.plan import Planner

    planner, few = Planner(), ["corpus.max_tasks=4", "model.device=cpu"]
    plain, deep, deeper = (
        planner.plan(load_settings("default", [*few, *more])).sampled_tokens
        for more in ([], ["branches.depth=2"], ["branches.depth=2", "branches.depth_nodes=3"])
    )
    assert deeper - plain == pytest.approx(3 * (deep - plain), abs=2)
    assert deep > plain


def test_plan_counts_branches_only_where_the_budget_reaches() -> None:
    from treeplay.train.plan import Planner

    planner, few = Planner(), ["corpus.max_tasks=4", "model.device=cpu"]
    whole = planner.plan(load_settings("default", few))
    trunk = whole.gradient_tokens["warm start"] / load_settings("default").warm_start.epochs
    half = planner.plan(load_settings("default", [*few, f"optim.token_budget={round(trunk / 2)}"]))
    more = planner.plan(load_settings("default", [*few, f"optim.token_budget={round(trunk * 3)}"]))
    assert half.sampled_tokens == pytest.approx(whole.sampled_tokens / 2, rel=0.01)
    assert more.sampled_tokens == whole.sampled_tokens


@pytest.mark.parametrize("name", NAMES)
def test_annotated_yaml_reads_back_as_the_same_settings(name: str) -> None:
    settings = load_settings(name)
    assert RunSettings.model_validate(yaml.safe_load(annotated_yaml(settings))) == settings


def test_overrides_reach_nested_settings() -> None:
    settings = load_settings("default", ["optim.lr=1e-4", "nodes.policies=[root]", "adapter=null", "name=mine"])
    assert (settings.optim.lr, settings.nodes.policies, settings.adapter, settings.name) == (
        1e-4,
        ("root",),
        None,
        "mine",
    )


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        (["optim.lrr=1"], "optim.lrr"),
        (["optim.lr=-1"], "greater than 0"),
        (["optim.lr"], "not of the form"),
        (["nodes.policies=[diffs]"], "diff"),
        (["rounds=[1"], "not YAML"),
        (["judge.policy=distinct", "judge.value=true"], "set judge.policy to verified"),
    ],
    ids=["unknown key", "out of range", "no value", "unknown policy", "bad yaml", "value of distinct"],
)
def test_wrong_override_says_what_is_wrong(overrides: list[str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_settings("default", overrides)


def test_unknown_preset_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="quickstart"):
        load_settings("quickstrat")


def test_settings_file_may_build_on_a_preset(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("preset: paper\noptim: {lr: 3.0e-6}\n")
    settings = load_settings(str(path))
    assert (settings.name, settings.optim.lr, settings.judge.policy) == ("mine", 3e-6, "none")
