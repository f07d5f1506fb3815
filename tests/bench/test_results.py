"""Results: groups by what records say, sums that add up, and a file that is read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from judged import BROKEN, SECURE, UNKNOWN, VULNERABLE, judged
from treeplay.bench.results import read_results, summarise
from treeplay.errors import RunError
from treeplay.files import dump_json, write_json

SCORED = [
    *judged("python/sql/a", SECURE, VULNERABLE),
    *judged("python/sql/b", SECURE, BROKEN, cwe="CWE-022", language="go"),
    *judged("CWE-022/python", UNKNOWN, SECURE, cwe=None),
]


def test_summarise_groups_by_fields_and_never_by_names() -> None:
    results = summarise(SCORED, suite="s", model="m", judge={"bandit": "1"})
    assert results.verdicts == {"secure": 3, "vulnerable": 1, "broken": 1, "unknown": 1}
    assert (results.tasks, results.samples, results.samples_per_task) == (3, 6, 2)
    assert {name: group["spr_strict@1"].n for name, group in results.by_cwe.items()} == {
        "CWE-022": 2,
        "CWE-089": 2,
        "none": 2,
    }
    assert {name: group["spr_strict@1"].n for name, group in results.by_language.items()} == {
        "go": 2,
        "python": 4,
    }
    assert results.by_language["go"]["spr_strict@1"].value == 0.5
    assert "own_cwe_rate" not in results.by_cwe["none"]


def test_summarise_does_not_depend_on_the_order_of_samples() -> None:
    there = summarise(SCORED, suite="s", model="m", judge={})
    back = summarise(SCORED[::-1], suite="s", model="m", judge={})
    assert dump_json(there.model_dump()) == dump_json(back.model_dump())


def test_read_results_gives_back_what_was_written(tmp_path: Path) -> None:
    results = summarise(SCORED, suite="s", model="m", judge={"bandit": "1"})
    write_json(tmp_path / "results.json", results.model_dump())
    assert read_results(tmp_path / "results.json") == results


def test_read_results_whose_groups_do_not_add_up_refuses(tmp_path: Path) -> None:
    path, results = tmp_path / "results.json", summarise(SCORED, suite="s", model="m", judge={})
    less = results.model_dump()
    del less["by_cwe"]["CWE-022"]
    write_json(path, less)
    with pytest.raises(RunError, match=r"by_cwe: the groups of func@1 do not add up"):
        read_results(path)
    write_json(path, results.model_dump() | {"samples": 7})
    with pytest.raises(RunError, match="verdicts add up to 6, not to 7 samples"):
        read_results(path)


def test_read_results_of_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="bench score"):
        read_results(tmp_path / "results.json")
