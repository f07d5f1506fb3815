"""The manifest: a folder holds samples of one model under one set of settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from treeplay.bench.manifest import Manifest, answer_alike, claim, read, weights_fingerprint
from treeplay.errors import DataError, RunError

MANIFEST = Manifest(
    suite="s", source="s", prompts_sha256="0", model="m", n=1, temperature=0.2, top_p=0.9, max_tokens=9, seed=0, chunk_size=4
)  # fmt: skip


def drawn(folder: Path) -> Path:
    """The folder, in which something was drawn."""
    (folder / "samples.jsonl").write_text("{}\n")
    return folder


def test_claim_of_a_new_folder_writes_what_read_gives_back(tmp_path: Path) -> None:
    claim(tmp_path / "new", MANIFEST)
    claim(tmp_path / "new", MANIFEST)
    assert read(tmp_path / "new") == MANIFEST


@pytest.mark.parametrize(
    ("field", "value"), [("seed", 1), ("model", "other"), ("temperature", 0.0), ("prompts_sha256", "1")]
)
def test_claim_under_another_setting_refuses_and_names_the_old_one(tmp_path: Path, field: str, value: object) -> None:
    claim(tmp_path, MANIFEST)
    drawn(tmp_path)
    with pytest.raises(RunError, match=f"{field} was {getattr(MANIFEST, field)!r}"):
        claim(tmp_path, MANIFEST.model_copy(update={field: value}))
    assert read(tmp_path) == MANIFEST


def test_claim_of_a_model_that_was_moved_goes_on_and_of_another_in_its_place_does_not(tmp_path: Path) -> None:
    local = MANIFEST.model_copy(update={"weights_sha256": "a"})
    claim(tmp_path, local)
    drawn(tmp_path)
    claim(tmp_path, local.model_copy(update={"model": "elsewhere/m"}))
    with pytest.raises(RunError, match="weights_sha256 was 'a'"):
        claim(tmp_path, local.model_copy(update={"weights_sha256": "b"}))


def test_claim_of_samples_without_a_manifest_refuses(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="without a manifest"):
        claim(drawn(tmp_path), MANIFEST)


def test_claim_of_a_folder_that_a_first_try_left_empty_takes_it(tmp_path: Path) -> None:
    claim(tmp_path, MANIFEST.model_copy(update={"base_url": "http://mistyped"}))
    (tmp_path / "samples.jsonl").touch()
    claim(tmp_path, MANIFEST)
    assert read(tmp_path) == MANIFEST


@pytest.mark.parametrize("text", ["", "{", "[]", '{"suite": 1}'])
def test_read_of_a_damaged_manifest_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises((RunError, DataError), match=r"manifest\.json"):
        read(tmp_path)


def test_weights_fingerprint_changes_with_any_trained_block(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(bytes(3_000_000))
    before = weights_fingerprint(str(tmp_path))
    assert weights_fingerprint(str(tmp_path)) == before
    weights.write_bytes(bytes(1_500_000) + b"\x01" * 100_000 + bytes(1_400_000))
    assert weights_fingerprint(str(tmp_path)) != before
    assert weights_fingerprint("org/model-on-a-hub") is None


def test_claim_where_samples_were_deleted_leaves_no_verdicts_of_theirs(tmp_path: Path) -> None:
    claim(tmp_path, MANIFEST)
    for name in ("verdicts.jsonl", "results.json", "findings.sarif"):
        (drawn(tmp_path) / name).write_text("{}")
    (tmp_path / "samples.jsonl").unlink()
    claim(tmp_path, MANIFEST.model_copy(update={"temperature": 1.0}))
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize(
    ("prompts", "alike"),
    [({"a": "1", "c": "3"}, True), ({"a": "2", "b": "2"}, False), ({"c": "3"}, False), ({}, False)],
)
def test_answers_are_alike_where_what_both_were_asked_was_asked_in_the_same_words(
    tmp_path: Path, prompts: dict[str, str], alike: bool
) -> None:
    claim(tmp_path / "one", MANIFEST.model_copy(update={"prompts": {"a": "1", "b": "2"}}))
    claim(tmp_path / "other", MANIFEST.model_copy(update={"prompts": prompts, "prompts_sha256": "1"}))
    assert answer_alike(tmp_path / "one", tmp_path / "other") == alike
