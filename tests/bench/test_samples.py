"""The store: what is appended is read back, nothing twice, and a torn line is no sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.bench.samples import Sample, SampleStore
from treeplay.errors import DataError

ODD = "    return 'é\u2028\x00\\\n"


def sample(task: str = "a", index: int = 0, completion: str = "x") -> Sample:
    return Sample(task_id=task, index=index, completion=completion, tokens=3, finished=True)


def test_store_opened_again_holds_what_was_appended_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "new" / "samples.jsonl"
    store = SampleStore(path)
    written = [sample("b", 1, ODD), sample("a", 0)]
    for one in written:
        store.append(one)
    assert list(SampleStore(path)) == written
    assert ("b", 1) in store
    assert ("b", 0) not in store


def test_store_given_a_sample_it_holds_refuses_and_writes_nothing(tmp_path: Path) -> None:
    store = SampleStore(tmp_path / "s.jsonl")
    store.append(sample())
    with pytest.raises(ValueError, match="already"):
        store.append(sample(completion="other"))
    assert (tmp_path / "s.jsonl").read_bytes().count(b"\n") == 1


@given(cut=st.integers(min_value=0, max_value=10_000))
@settings(max_examples=25, deadline=None)
def test_store_cut_at_any_byte_keeps_the_whole_lines_before_it(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "s.jsonl"
    store = SampleStore(path)
    for index in range(4):
        store.append(sample("a", index, ODD))
    data = path.read_bytes()
    cut %= len(data) + 1
    path.write_bytes(data[:cut])
    again = SampleStore(path)
    assert len(again) == data[:cut].count(b"\n")
    for index in range(len(again), 4):
        again.append(sample("a", index, ODD))
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[]", "valid dictionary"),
        ('{"task_id": "a"}', "index"),
        ('{"task_id":"a","index":-1,"completion":"","tokens":0,"finished":true}', "index"),
        ('{"task_id":"a","index":0,"completion":"\\ud800","tokens":0,"finished":true}', "UTF-8"),
    ],
    ids=["torn inside", "list", "field missing", "negative", "lone surrogate"],
)
def test_store_with_a_bad_line_names_file_line_and_field(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "s.jsonl"
    SampleStore(path).append(sample())
    with path.open("a") as handle:
        handle.write(line + "\n")
    with pytest.raises(DataError, match=rf"s\.jsonl:2: .*{said}"):
        SampleStore(path)


def test_store_whose_file_repeats_a_sample_says_which_line(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    SampleStore(path).append(sample())
    path.write_bytes(path.read_bytes() * 2)
    with pytest.raises(DataError, match=r"s\.jsonl:2: a second sample 0 of task 'a'"):
        SampleStore(path)
