from __future__ import annotations

from pathlib import Path

import pytest

from treeplay.bench.programs import write_programs
from treeplay.bench.samples import Sample, SampleStore
from treeplay.bench.suites import Suite
from treeplay.corpus.schema import Task
from treeplay.errors import RunError

TASKS = (
    Task(id="../a", instruction="", prefix="def f(x):\n"),
    Task(id="b", instruction="", language="go", prefix="package p\n"),
)


def filled(folder: Path) -> Path:
    store = SampleStore(folder / "samples.jsonl")
    for index, completion in enumerate(["    return x\n", "    return 1\n", "    return x\n"]):
        store.append(Sample(task_id="../a", index=index, completion=completion, tokens=3, finished=True))
    store.append(Sample(task_id="b", index=0, completion="var x = 1\n", tokens=3, finished=True))
    return folder


def test_write_programs_writes_each_distinct_program_once_and_nothing_outside(tmp_path: Path) -> None:
    target = tmp_path / "programs"
    assert write_programs(filled(tmp_path / "samples"), Suite("s", "s", TASKS), target) == 3
    texts = {path.suffix: path.read_text() for path in target.iterdir()}
    assert texts[".go"] == "package p\nvar x = 1\n"
    assert {path.read_text() for path in target.glob("*.py")} == {
        "def f(x):\n    return x\n",
        "def f(x):\n    return 1\n",
    }
    assert {path.name for path in tmp_path.iterdir()} == {"samples", "programs"}


def test_write_programs_again_adds_nothing(tmp_path: Path) -> None:
    folder, suite = filled(tmp_path / "samples"), Suite("s", "s", TASKS)
    write_programs(folder, suite, tmp_path / "programs")
    assert write_programs(folder, suite, tmp_path / "programs") == 0


def test_write_programs_of_another_suite_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"no task '\.\./a'"):
        write_programs(filled(tmp_path / "samples"), Suite("s", "s", TASKS[1:]), tmp_path / "programs")
