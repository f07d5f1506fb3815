"""Files of studies: what arms share is said once, what they may not differ in is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from treeplay.config.load import load_settings, note, shipped
from treeplay.config.study import Repeat, StudySettings, load_study
from treeplay.errors import ConfigError

STUDY: dict[str, Any] = {
    "base": {"preset": "small", "loss": {"beta": 0.5}},
    "budget": 1000,
    "main": "tsp",
    "suites": [{"suite": "builtin:python:dev"}, {"suite": "builtin:go:dev", "n": 1}],
    "arms": {"spin": {"method": "spin"}, "tsp": {"method": "tsp", "optim": {"lr": 0.1}}},
}


def load(folder: Path, *overrides: str, **changes: Any) -> StudySettings:
    (folder / "mine.yaml").write_text(yaml.safe_dump({**STUDY, **changes}))
    return load_study(str(folder / "mine.yaml"), overrides)


def test_arm_is_its_own_settings_over_its_method_over_the_base(tmp_path: Path) -> None:
    study = load(tmp_path)
    spin = study.arm("spin", Repeat(7), study.budget.tokens)
    assert (spin.loss.name, spin.nodes.policies, spin.judge.policy, spin.branches.n) == ("spin", ("root",), "none", 1)
    assert (spin.seed, spin.optim.token_budget, spin.control) == (7, 1000, False)
    assert spin.loss.beta == 0.1  # the method's, not the base's
    assert spin.branches.temperature == 0.8  # the base's, where the method says nothing
    assert (study.arms["tsp"].optim.lr, spin.optim.lr) == (0.1, 5e-4)


def test_suite_takes_what_it_does_not_say_from_the_base(tmp_path: Path) -> None:
    python, go = load(tmp_path).suites
    assert (python.n, python.max_tokens, go.n, go.max_tokens) == (4, 80, 1, 80)
    assert (python.label, go.label) == ("builtin-python-dev", "builtin-go-dev")


def test_resolved_study_reads_back_from_json(tmp_path: Path) -> None:
    study = load(tmp_path)
    assert StudySettings.model_validate_json(study.model_dump_json()) == study


def test_overrides_reach_base_arms_and_budget(tmp_path: Path) -> None:
    study = load(tmp_path, "base.model.path=here", "arms.tsp.rounds=3", "budget={arm: tsp, epochs: 2}", "seeds=[4]")
    assert {arm.model.path for arm in study.arms.values()} == {"here"}
    assert study.arm("tsp", Repeat(4)).rounds == 3
    assert (study.arm("spin", Repeat(4)).optim.epochs, study.seeds) == (2, (4,))


def test_null_leaves_an_arm_or_a_pair_out(tmp_path: Path) -> None:
    pairs = {"spin": [["tsp"], ["spin"]], "itself": [["tsp"], ["tsp"]]}
    study = load(tmp_path, "arms.spin=null", "pairs.spin=null", pairs=pairs)
    assert (set(study.arms), set(study.pairs)) == ({"tsp"}, {"itself"})
    with pytest.raises(ConfigError, match="names spin, none of the arms tsp"):
        load(tmp_path, "arms.spin=null", pairs=pairs)


def test_study_may_build_on_another(tmp_path: Path) -> None:
    load(tmp_path)
    path = tmp_path / "next.yaml"
    path.write_text(f"study: {tmp_path}/mine.yaml\nseeds: [9]\narms: {{sft: {{method: sft}}}}\n")
    study = load_study(str(path))
    assert (study.name, study.seeds, set(study.arms)) == ("next", (9,), {"spin", "tsp", "sft"})


def test_data_is_a_folder_that_the_user_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TREEPLAY_DATA", raising=False)
    suites = [{"suite": "humaneval:${data}/humaneval.jsonl", "name": "he"}]
    with pytest.raises(ConfigError, match="data=DIR, or in TREEPLAY_DATA"):
        load(tmp_path, suites=suites)
    assert load(tmp_path, "data=/here", suites=suites).suites[0].suite == "humaneval:/here/humaneval.jsonl"
    monkeypatch.setenv("TREEPLAY_DATA", "/there")
    assert load(tmp_path, suites=suites).suites[0].suite == "humaneval:/there/humaneval.jsonl"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"main": "other"}, "main is 'other', which is none of the arms spin, tsp"),
        ({"budget": {"epochs": 1, "arm": "x"}}, "budget.arm is 'x'"),
        ({"budget": {"epochs": 1, "tokens": 5}}, "give a number of gradient tokens, or epochs"),
        ({"seeds": [1, 1]}, "each once"),
        ({"suites": []}, "suites: "),
        ({"suites": [{"suite": "humaneval:/x/y.jsonl"}]}, "needs a name"),
        ({"suites": ["builtin:dev", "builtin:dev"]}, "two suites have one name"),
        ({"arms": {"base": {}, "tsp": {}}}, "an arm cannot be called 'base'"),
        ({"arms": {"tsp": {"model": {"path": "x"}}}}, "the arm tsp has another model or other data"),
        ({"arms": {"tsp": {"corpus": {"languages": ["go"]}}}}, "the arm tsp has another model or other data"),
        ({"arms": {"tsp": {"method": "tpsp"}}}, "no method named 'tpsp'"),
        ({"arms": {"tsp": 3}}, "arms.tsp: expected a mapping"),
        ({"arms": {"tsp": {"optim": {"lrr": 1}}}}, "arms.tsp.optim.lrr"),
        ({"arm": {}}, "arm: Extra inputs"),
        ({"pairs": {"x": [[], ["tsp"]]}}, "x has a side without an arm"),
    ],
)
def test_wrong_study_says_what_is_wrong(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, **changes)
    assert said in str(caught.value)


@pytest.mark.parametrize("method", shipped("method"))
def test_method_decides_everything_that_makes_a_method(method: str) -> None:
    """Whatever a base says of loss, judge, nodes and sources, an arm of this method is this method."""
    strange = ["loss.name=safecoder", "loss.nll=9", "loss.dpop=9", "loss.rejected=differing", "loss.chosen=statement"]
    strange += ["loss.equal_items=false", "loss.reference=initial", "judge.policy=none", "nodes.policies=[random]"]
    strange += ["branches.sources=[opponent,vulnerable]", "branches.n=9", "branches.extent=block", "rounds=9"]
    strange += ["branches.reuse=3", "curriculum=true", "judge.value=true"]
    from treeplay.config.load import merge, read
    from treeplay.config.run import RunSettings

    base = load_settings("default", strange).model_dump(mode="json")
    base["branches"]["depth"] = 2
    plain = RunSettings().model_dump(mode="json")
    ours, theirs = (RunSettings.model_validate(merge(values, read("method", method))) for values in (base, plain))
    if method == "sft":
        assert (ours.loss.name, ours.judge.policy, ours.rounds) == ("sft", "none", 1)
        return
    assert ours.nodes.policies == theirs.nodes.policies
    assert (ours.judge.policy, ours.judge.value) == (theirs.judge.policy, theirs.judge.value)
    assert (ours.branches.reuse, ours.curriculum) == (theirs.branches.reuse, theirs.curriculum)
    assert ours.branches.depth == theirs.branches.depth
    assert (ours.branches.sources, ours.branches.n, ours.rounds) == (
        theirs.branches.sources,
        theirs.branches.n,
        theirs.rounds,
    )
    free = {"beta", "dpop"} if method == "safecoder" else set()
    assert ours.loss.model_dump(exclude=free) == theirs.loss.model_dump(exclude=free)


@pytest.mark.parametrize("method", [name for name in shipped("method") if name not in ("sft", "tsp")])
def test_method_names_its_publication_in_its_first_comment(method: str) -> None:
    assert "arXiv" in note("method", method)


def test_method_may_be_given_to_any_preset() -> None:
    settings = load_settings("quickstart", ["method=spin", "branches.n=2"])
    assert (settings.loss.name, settings.nodes.policies, settings.branches.n) == ("spin", ("root",), 2)
    assert settings.corpus.max_tasks == 96  # the preset's


@pytest.mark.parametrize("preset", ["dpo", "safecoder"])
def test_a_method_over_a_presets_own_leaves_nothing_of_it_behind(preset: str) -> None:
    assert load_settings(preset, ["method=tsp"]).nodes == load_settings("default").nodes
    assert load_settings(preset).nodes.max_nodes == 1
