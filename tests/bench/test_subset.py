"""Parts of a suite: unseen weaknesses and their families, splits, so many tasks."""

from __future__ import annotations

import pytest

from treeplay.bench.subset import subset
from treeplay.bench.suites import Suite
from treeplay.config.study import SuiteSettings
from treeplay.corpus.schema import Task
from treeplay.errors import DataError


def task(name: str, cwe: str | None, family: str = "", split: str = "test") -> Task:
    return Task(id=name, instruction="Do it.", cwe=cwe, family=family or name, split=split)  # type: ignore[arg-type]


TASKS = (
    task("a", "CWE-089"),
    task("b", "CWE-564"),
    task("c", "CWE-022"),
    task("d", None),
    task("e", "CWE-022", split="dev"),
)
SUITE = Suite("all", "all", TASKS)
TRAINED = [task("t", "CWE-089", split="train")]


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({}, "abcde"),
        ({"cwes": "seen"}, "a"),
        ({"cwes": "unseen"}, "ce"),  # CWE-564 is of the family of CWE-089; a task without a weakness is neither
        ({"cwes": ["22"]}, "ce"),
        ({"cwes": "unseen", "splits": ["test"]}, "c"),
        ({"splits": ["dev"]}, "e"),
    ],
)
def test_subset_keeps(settings: dict[str, object], kept: str) -> None:
    found = subset(SUITE, SuiteSettings(suite="all", name="mine", **settings), TRAINED)  # type: ignore[arg-type]
    assert "".join(one.id for one in found.tasks) == kept
    assert (found.name, found.source) == ("mine", "all")


def test_max_tasks_takes_the_same_tasks_each_time() -> None:
    settings = SuiteSettings(suite="all", name="x", max_tasks=2)
    assert subset(SUITE, settings, TRAINED) == subset(SUITE, settings, [])
    assert len(subset(SUITE, settings, TRAINED).tasks) == 2


def test_subset_of_nothing_says_what_left_nothing() -> None:
    with pytest.raises(DataError, match=r"the suite x has no task: of the 5 .*cwes=\('CWE-999',\)"):
        subset(SUITE, SuiteSettings(suite="all", name="x", cwes=("CWE-999",)), TRAINED)
