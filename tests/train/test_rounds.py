"""What the rounds share out and measure against: a budget of gradient tokens, a reference, a warm start of another run."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

import small_study
from treeplay.bench.manifest import weights_fingerprint
from treeplay.config.load import load_settings
from treeplay.errors import BusyError, ConfigError, ModelError, RunError
from treeplay.files import read_lines
from treeplay.locks import locked
from treeplay.models import bundled
from treeplay.models.adapter import base_of, note_base
from treeplay.models.load import load
from treeplay.train.folder import RunFolder
from treeplay.train.material import learnable
from treeplay.train.rounds import Trained, train
from treeplay.train.watch import Silent


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_study.write(tmp_path_factory.mktemp("rounds"))


def run(place: Path, name: str, *changes: str, start: str | None = None) -> tuple[Trained, Path]:
    """A run whose branches are the vulnerable code, so that nothing is sampled."""
    overrides = [
        f"name={name}",
        f"model.path={place}/model",
        "model.device=cpu",
        f"corpus.source={place}/train.jsonl",
        "adapter.rank=2",
        "warm_start.epochs=0",
        "branches.sources=[vulnerable]",
        "judge.policy=none",
        "nodes.policies=[diff]",
        "optim.batch_items=2",
    ]
    settings = load_settings("default", [*overrides, *changes])
    return train(settings, RunFolder(place / name), Silent(), start), place / name


def steps(folder: Path, phase: str) -> list[dict[str, Any]]:
    return [
        line for _, line in read_lines(folder / "metrics.jsonl") if line["kind"] == "step" and line["phase"] == phase
    ]


def test_token_budget_is_shared_over_the_rounds_and_met(place: Path) -> None:
    trained, folder = run(place, "budget", "rounds=2", "optim.token_budget=1600")
    first, both = trained.gradient_tokens["round 1"], sum(trained.gradient_tokens.values())
    largest = max(_step_tokens(folder))
    assert 800 <= first < 800 + largest
    assert 1600 <= both < 1600 + largest


def test_branches_are_drawn_only_where_the_budget_reaches_and_that_changes_nothing(place: Path) -> None:
    every, folder = run(place, "grown-everywhere", "optim.epochs=1")
    budget = every.gradient_tokens["round 1"] // 3
    few, near = run(place, "grown-near", f"optim.token_budget={budget}")
    sizes = [len(list(read_lines(each / "rounds/1/trees.jsonl"))) for each in (near, folder)]
    assert 0 < sizes[0] < sizes[1]
    (place / "grown-before/rounds/1").mkdir(parents=True)
    shutil.copy(folder / "rounds/1/trees.jsonl", place / "grown-before/rounds/1")
    same, _ = run(place, "grown-before", f"optim.token_budget={budget}")
    assert weights_fingerprint(few.player) == weights_fingerprint(same.player)


def test_train_where_another_process_writes_refuses_before_it_writes_anything(place: Path) -> None:
    with locked(place / "taken"), pytest.raises(BusyError, match="taken"):
        run(place, "taken")
    assert not list((place / "taken").iterdir())


def _step_tokens(folder: Path) -> list[int]:
    """The gradient tokens of every step of both rounds."""
    sums = [[0, *(line["gradient_tokens"] for line in steps(folder, phase))] for phase in ("round 1", "round 2")]
    return [later - earlier for own in sums for earlier, later in pairwise(own)]


def test_sft_asks_no_opponent_and_stops_at_the_budget(place: Path) -> None:
    trained, folder = run(place, "sft", "method=sft", "optim.token_budget=1000")
    assert 1000 <= trained.gradient_tokens["round 1"] < 1300
    assert not list(folder.rglob("trees.jsonl"))


@pytest.mark.parametrize(("reference", "at_zero"), [("previous", True), ("initial", False)])
def test_reference_decides_where_the_margin_of_the_second_round_begins(
    place: Path, reference: str, at_zero: bool
) -> None:
    _, folder = run(place, f"to-{reference}", "rounds=2", f"loss.reference={reference}", "optim.lr=0.01")
    assert steps(folder, "round 1")[0]["margin"] == 0
    assert (steps(folder, "round 2")[0]["margin"] == 0) is at_zero
    assert not list(folder.rglob("reference.safetensors"))


def test_without_a_reference_the_margin_is_that_of_the_likelihoods(place: Path) -> None:
    _, folder = run(place, "alone", "loss.reference=none", "loss.beta=0.1", "optim.lr=0.01")
    first = steps(folder, "round 1")[0]
    assert first["margin"] == pytest.approx(0.1 * (first["chosen"] - first["rejected"]), abs=1e-5)
    assert first["margin"] != 0


def test_sft_of_a_model_organism_meets_what_self_play_meets(place: Path) -> None:
    shares = ("warm_start.epochs=1", "warm_start.share=0.5", "method=sft", "optim.epochs=1")
    every, _ = run(place, "every", *shares)
    others, _ = run(place, "others", *shares, "warm_start.learn=vulnerable")
    assert others.gradient_tokens["round 1"] < 0.75 * every.gradient_tokens["round 1"]


def test_a_warm_start_of_another_run_is_the_same_as_its_own(place: Path) -> None:
    own, _ = run(place, "own", "warm_start.epochs=1")
    start, _ = run(place, "start", "warm_start.epochs=1", "rounds=0")
    shared, folder = run(place, "shared", "warm_start.epochs=1", start=start.player)
    weights = "adapter_model.safetensors"
    assert (Path(shared.player) / weights).read_bytes() == (Path(own.player) / weights).read_bytes()
    assert json.loads((folder / "manifest.json").read_text())["warm_start"]["model"] == start.player
    with pytest.raises(RunError, match="warm_start"):
        run(place, "shared", "warm_start.epochs=1")


def test_a_run_goes_on_with_the_threads_that_it_began_with(place: Path) -> None:
    _, folder = run(place, "threads", "warm_start.epochs=1", "rounds=0")
    manifest, own = json.loads((folder / "manifest.json").read_text()), torch.get_num_threads()
    (folder / "rounds/0/stage.json").unlink()
    (folder / "manifest.json").write_text(json.dumps({**manifest, "threads": own + 1}))
    run(place, "threads", "warm_start.epochs=1", "rounds=0")
    assert json.loads((folder / "manifest.json").read_text())["threads"] == own + 1
    assert torch.get_num_threads() == own


def test_only_a_finished_run_may_be_looked_at_from_another_device(place: Path) -> None:
    _, folder = run(place, "moved", "warm_start.epochs=1", "rounds=0")
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "device": "cuda:0"}))
    run(place, "moved", "warm_start.epochs=1", "rounds=0")
    (folder / "rounds/0/stage.json").unlink()
    with pytest.raises(RunError, match=r'device \("cuda:0" there, "cpu" now\)'):
        run(place, "moved", "warm_start.epochs=1", "rounds=0")


def test_what_a_round_changed_is_kept_in_part(place: Path) -> None:
    merge = ("warm_start.epochs=1", "warm_start.merge=true", "control=true")
    whole, _ = run(place, "keep-all", *merge)
    part, _ = run(place, "keep-part", *merge, "optim.keep=0.25")
    assert weights_fingerprint(part.start) == weights_fingerprint(whole.start)
    ids = torch.tensor([[5, 9, 70, 33, 12]])
    for all_of_it, some in ((whole.player, part.player), (whole.control, part.control)):
        assert all_of_it and some
        full, kept = (load_file(f"{folder}/adapter_model.safetensors") for folder in (all_of_it, some))
        assert any("lora_B" in name and bool(full[name].any()) for name in full)
        for name in full:
            assert torch.equal(kept[name], full[name] * (0.25 if "lora_B" in name else 1.0))
        start, partly, wholly = (_logits(folder, ids) for folder in (part.start, some, all_of_it))
        assert 0 < (partly - start).norm() < (wholly - start).norm()


def test_an_adapter_that_was_there_before_is_not_scaled_with_the_rounds_own(place: Path) -> None:
    given, _ = run(place, "given", "warm_start.epochs=1")
    with pytest.raises(ConfigError, match="is an adapter"):
        run(place, "keep-given", f"model.path={given.start}", "optim.keep=0.5")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (("warm_start.epochs=1",), "warm_start.merge"),
        (("warm_start.epochs=0", "rounds=2"), "rounds to 1"),
        (("warm_start.epochs=0", "adapter=null"), "without one"),
    ],
)
def test_keeping_a_part_needs_an_adapter_of_the_round(changes: tuple[str, ...], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load_settings("default", ["optim.keep=0.5", *changes])


def test_a_merged_warm_start_is_the_same_model_and_the_rounds_train_an_adapter_of_their_own(place: Path) -> None:
    warm = ("warm_start.epochs=1", "warm_start.lr=0.05", "rounds=1")
    kept, _ = run(place, "kept", *warm)
    plain, folder = run(place, "plain", *warm, "warm_start.merge=true")
    ids = torch.tensor([[5, 9, 70, 33, 12]])
    start, same = (_logits(each.start, ids) for each in (plain, kept))
    assert torch.allclose(start, same, atol=1e-4)
    assert not torch.allclose(start, _logits(str(place / "model"), ids), atol=1e-2)
    config = json.loads(Path(plain.player, "adapter_config.json").read_text())
    assert not Path(plain.start, "adapter_config.json").exists()
    assert Path(config["base_model_name_or_path"]) == (folder / "rounds/0/model").absolute()
    assert not torch.allclose(_logits(plain.player, ids), start, atol=1e-4)


def test_a_run_that_is_moved_keeps_its_model(place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here, folder = run(place, "here", "warm_start.epochs=1", "warm_start.merge=true", "rounds=1")
    ids = torch.tensor([[5, 9, 70, 33, 12]])
    expected = _logits(here.player, ids)
    moved = folder.rename(tmp_path / "moved")
    assert torch.equal(_logits(str(moved / "rounds/1/model"), ids), expected)
    monkeypatch.chdir(moved)
    assert torch.equal(_logits("rounds/1/model", ids), expected)
    (moved / "rounds/0/model").rename(moved / "rounds/0/lost")
    with pytest.raises(ModelError, match="cannot load the model"):
        load("rounds/1/model")


def test_an_adapter_of_the_bundled_model_finds_it_on_another_machine(tmp_path: Path) -> None:
    written = tmp_path / "written"
    written.mkdir()
    config = written / "adapter_config.json"
    config.write_text(json.dumps({"base_model_name_or_path": str(bundled.bundled_folder())}))
    note_base(written, tmp_path / "rounds/1/model")
    config.write_text(json.dumps({"base_model_name_or_path": "/home/elsewhere/.cache/treeplay/models/of-then"}))
    assert base_of(str(written)) == "bundled"


def _logits(model: str, ids: torch.Tensor) -> torch.Tensor:
    loaded = load(model, dtype="float32", device="cpu").model
    loaded.base_model.set_attn_implementation("sdpa")
    with torch.no_grad():
        return loaded(input_ids=ids).logits  # type: ignore[no-any-return]


def test_tasks_of_left_out_weaknesses_and_their_families_are_not_learned(place: Path) -> None:
    (place / "mixed.jsonl").write_text((place / "train.jsonl").read_text() + (place / "test.jsonl").read_text())
    corpus = load_settings("default", [f"corpus.source={place}/mixed.jsonl", "corpus.without_cwes=[77]"]).corpus
    assert [task.id for task in learnable(corpus.model_copy(update={"split": "test"}))] == ["test3", "test4"]
    assert learnable(corpus) == []  # CWE-078 is of the family of CWE-077
