"""Suites from files and names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treeplay.bench.suites import Suite, load, read_tasks, suite_name
from treeplay.corpus.schema import Task
from treeplay.errors import ConfigError, DataError


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def test_load_of_a_file_takes_tasks_and_plain_prompts_and_is_named_after_it(tmp_path: Path) -> None:
    task = Task(id="one", instruction="Do it.", prefix="def f():\n", cwe="89", security_test="pass")
    path = write(tmp_path / "mine.jsonl", task.model_dump(), {"id": "two", "prompt": "Ask.", "language": "go"})
    suite = load(str(path))
    assert suite.name == "mine"
    assert suite.tasks == (task, Task(id="two", instruction="Ask.", language="go", split="test"))


def test_load_of_a_builtin_suite_takes_one_split_alone() -> None:
    suite = load("builtin:dev")
    assert {task.split for task in suite.tasks} == {"dev"}


def test_load_of_an_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(ConfigError, match="did you mean builtin:test"):
        load("builtin:tst")


def a_public_set(path: Path) -> Path:
    """Two pairs of functions, one a split, in SVEN's format."""
    return write(
        path,
        *(
            {
                "id": split,
                "split": split,
                "cwe": "cwe-078",
                "lang": "python",
                "func_name": split,
                "func_src_before": f"def {split}(name):\n    {unsafe}\n",
                "func_src_after": f"def {split}(name):\n    {safe}\n",
            }
            for split, unsafe, safe in (
                ("train", "os.system(name)", "subprocess.run([name])"),
                ("val", "return yaml.load(name)", "return yaml.safe_load(name)"),
            )
        ),
    )


def test_load_of_a_public_set_reads_it_by_its_reader_and_takes_one_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_public_set(tmp_path / "pairs.jsonl")
    assert [task.id for task in load(f"sven:{path}").tasks] == ["train", "val"]
    monkeypatch.chdir(tmp_path)
    suite = load("sven:pairs.jsonl:dev")
    assert [task.id for task in suite.tasks] == ["val"]
    assert suite.name == "sven:pairs:dev"
    assert suite.source == f"sven:{path}:dev", "score may run in another folder"
    monkeypatch.chdir("/")
    assert load(suite.source).prompts_hash() == suite.prompts_hash()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("builtin:test", "builtin:test"),
        ("data/mine.jsonl", "mine"),
        ("humaneval:data/humanevalplus.jsonl.gz", "humaneval:humanevalplus"),
        ("seccodeplt:/else/where/seccodeplt:dev", "seccodeplt:dev"),
    ],
)
def test_suite_name_does_not_tell_where_the_files_lie(source: str, name: str) -> None:
    assert suite_name(source) == name


def test_load_of_a_public_set_without_such_a_split_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"pairs\.jsonl:test"):
        load(f"sven:{a_public_set(tmp_path / 'pairs.jsonl')}:test")


def test_load_of_an_unknown_reader_is_an_unknown_suite() -> None:
    with pytest.raises(ConfigError, match="no suite named 'sevn:pairs'"):
        load("sevn:pairs")


def test_suites_load_without_torch() -> None:
    code = "import sys, treeplay.bench.suites as s; s.load('builtin:dev'); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([{"id": "a", "prompt": "x"}, {"id": "a", "prompt": "y"}], ":2: the id 'a' occurs twice"),
        ([{"id": "a", "prompt": "x", "tests": "y"}], ":1: tests: "),
        ([{"id": "a"}], ":1: instruction: "),
        ([{"id": "a", "prompt": "\ud800"}], ":1: text"),
        ([{"id": "a", "prompt": "x", "language": "perl"}], ":1: language: "),
        ([{"id": "a", "instruction": "x", "cwe": "none"}], ":1: cwe: "),
        (["a"], ":1: not an object"),
        ([], ": no tasks"),
    ],
    ids=["twice", "unknown field", "no prompt", "surrogate", "language", "cwe", "string", "empty"],
)
def test_read_tasks_of_bad_records_names_file_line_and_field(tmp_path: Path, records: list[object], said: str) -> None:
    with pytest.raises(DataError) as caught:
        read_tasks(write(tmp_path / "bad.jsonl", *records))
    assert f"bad.jsonl{said}" in str(caught.value)


@given(data=st.binary(max_size=80) | st.text(max_size=60).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_read_tasks_of_any_bytes_gives_tasks_or_an_error_with_the_file(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "t.jsonl"
    path.write_bytes(b'{"id":"a","prompt":' + data)
    try:
        assert read_tasks(path)
    except DataError as error:
        assert "t.jsonl" in str(error)


def test_read_tasks_of_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"absent\.jsonl"):
        read_tasks(tmp_path / "absent.jsonl")


def test_prompts_hash_follows_what_the_model_sees_and_nothing_else() -> None:
    task = Task(id="one", instruction="Do it.", prefix="def f():\n")

    def hash_of(**changed: str) -> str:
        return Suite("s", "s", (task.model_copy(update=changed),)).prompts_hash()

    assert hash_of(functional_test="assert True") == hash_of()
    assert len({hash_of(), hash_of(prefix="def g():\n"), hash_of(instruction="Do."), hash_of(id="1")}) == 4
