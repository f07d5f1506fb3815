"""A study's figures weakness by weakness, against counts by hand, in results, terminal and report."""

from __future__ import annotations

from typing import Any

import pytest
from rich.console import Console

from judged import BROKEN, SECURE, UNKNOWN, VULNERABLE, judged
from treeplay.bench.metrics import Scored
from treeplay.judge.schema import Judgement
from treeplay.report.study import shares
from treeplay.study.figures import figures
from treeplay.study.tables import weakness_tables


def answers(a: list[Judgement], b: list[Judgement], c: list[Judgement]) -> list[Scored]:
    """Two tasks that invite CWE-089, one that invites CWE-022, and one without a weakness or a security test."""
    other = judged("d", UNKNOWN, UNKNOWN, cwe=None, has_security_test=False)
    return [*judged("a", *a), *judged("b", *b), *judged("c", *c, cwe="CWE-022"), *other]


ARMS = {
    "sft": {
        0: answers([VULNERABLE, VULNERABLE], [SECURE, BROKEN], [BROKEN, VULNERABLE]),
        1: answers([SECURE, VULNERABLE], [BROKEN, BROKEN], [BROKEN, VULNERABLE]),
    },
    "tsp": {
        0: answers([SECURE, SECURE], [SECURE, BROKEN], [BROKEN, BROKEN]),
        1: answers([SECURE, SECURE], [SECURE, VULNERABLE], [BROKEN, BROKEN]),
    },
}


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return figures(ARMS, "tsp")


def test_counts_by_hand(found: dict[str, Any]) -> None:
    query = found["by_cwe"]["CWE-089"]
    assert query["tasks"] == 2
    assert query["arms"]["sft"]["func_sec@1"]["value"] == pytest.approx(2 / 8)
    assert query["arms"]["tsp"]["func_sec@1"]["value"] == pytest.approx(6 / 8)
    assert query["arms"]["tsp"]["func@1"]["value"] == pytest.approx(7 / 8)
    assert query["arms"]["sft"]["sec_given_func@1"]["value"] == pytest.approx(2 / 5)
    assert query["paired"]["tsp-sft"]["func_sec@1"]["diff"] == pytest.approx(4 / 8)


def test_weaknesses_add_up_to_the_whole(found: dict[str, Any]) -> None:
    groups = found["by_cwe"].values()
    assert list(found["by_cwe"]) == ["CWE-022", "CWE-089", "none"]
    assert sum(group["tasks"] for group in groups) == found["tasks"] == 4
    for arm in ARMS:
        for metric in ("func_sec@1", "func@1", "sec_given_func@1"):
            parts = [group["arms"][arm][metric]["n"] for group in groups if metric in group["arms"][arm]]
            assert sum(parts) == found["arms"][arm][metric]["n"]


def test_a_weakness_without_security_tests_has_no_share_to_show(found: dict[str, Any]) -> None:
    assert "func_sec@1" not in found["by_cwe"]["none"]["arms"]["tsp"]
    assert found["by_cwe"]["none"]["paired"] == {}
    assert "–" in shares(found["by_cwe"]["none"]["arms"]["tsp"])


def test_the_terminal_shows_secure_beside_working(found: dict[str, Any]) -> None:
    console = Console(width=100, record=True, quiet=False)
    with console.capture() as shown:
        for table in weakness_tables({**found, "suite": "heldout", "suites": {}}):
            console.print(table)
    row = next(line for line in shown.get().splitlines() if "CWE-089" in line)
    assert [cell.strip() for cell in row.strip("│ ").split("│")] == ["CWE-089", "2", "25 / 62", "75 / 88"]


def test_arms_that_do_not_fit_the_terminal_follow_below(found: dict[str, Any]) -> None:
    many = {**found, "suite": "heldout", "suites": {}, "arms": {f"arm-{n:02}": {} for n in range(11)}}
    tables = list(weakness_tables(many, width=80))
    shown = [str(column.header) for table in tables for column in table.columns]
    assert [name for name in shown if name.startswith("arm")] == list(many["arms"])
    assert all(Console(width=80).measure(table).maximum <= 80 for table in tables)


def test_the_bar_of_what_is_secure_lies_within_that_of_what_works(found: dict[str, Any]) -> None:
    cell = shares(found["by_cwe"]["CWE-089"]["arms"]["tsp"])
    assert '<span style="width:88%"></span><b style="width:75%"></b>' in cell
    assert cell.endswith("75 / 88</td>")
