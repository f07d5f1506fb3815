"""Comparing models: on common tasks, in pairs, as tables and as JSON."""

from __future__ import annotations

import pytest
from rich.console import Console

from judged import SECURE, UNKNOWN, VULNERABLE, judged
from treeplay.bench.compare import compare
from treeplay.bench.metrics import Scored
from treeplay.bench.results import summarise
from treeplay.bench.tables import comparison_tables, left_out_note, results_table
from treeplay.errors import ConfigError, DataError

NAMES = [f"t{number}" for number in range(20)]


def model(good: int, names: list[str] = NAMES, n: int = 1) -> list[Scored]:
    """Secure on the first tasks, vulnerable on the others."""
    return [
        sample
        for place, name in enumerate(names)
        for sample in judged(name, *[SECURE if place < good else VULNERABLE] * n)
    ]


def shown(*tables: object) -> str:
    console = Console(width=200, no_color=True)
    with console.capture() as capture:
        console.print(*tables)
    return capture.get()


def test_compare_of_three_models_gives_differences_to_the_baseline() -> None:
    found = compare("s", {"base": model(5), "sft": model(10), "tsp": model(15)}, baseline="sft")
    assert {name: metrics["func_sec@1"].value for name, metrics in found.metrics.items()} == {
        "base": 0.25,
        "sft": 0.5,
        "tsp": 0.75,
    }
    assert set(found.differences) == {"base", "tsp"}
    assert found.differences["tsp"]["func_sec@1"].diff == 0.25
    assert found.differences["base"]["func_sec@1"].diff == -0.25
    # five tasks gained, none lost: McNemar's exact p is 2 / 2**5
    assert found.differences["tsp"]["func_sec@1"].p == 0.0625


def test_compare_over_other_tasks_takes_the_common_ones_and_counts_the_rest() -> None:
    found = compare("s", {"a": model(10, NAMES[:12]), "b": model(10, NAMES[2:])}, baseline="a")
    assert found.tasks == 10
    assert found.left_out == {"a": 2, "b": 8}
    assert found.metrics["a"]["parse_rate"].n == 10
    note = left_out_note(found)
    assert note is not None
    assert "10 tasks" in note
    assert "2 of a, 8 of b" in note


def test_compare_over_the_same_tasks_has_the_figures_of_each_models_results() -> None:
    found = compare("s", {"a": model(7, n=2), "b": model(9, n=2)}, baseline="a")
    assert found.metrics["b"] == summarise(model(9, n=2), suite="s", model="b", judge={}).metrics
    assert left_out_note(found) is None


def test_compare_of_different_sample_counts_takes_the_k_that_all_reach() -> None:
    found = compare("s", {"a": model(5, n=5), "b": model(5, n=1)}, baseline="a")
    assert "func@1" in found.metrics["a"]
    assert "func@5" not in found.metrics["a"]


def test_compare_without_common_tasks_or_with_an_unknown_baseline_refuses() -> None:
    with pytest.raises(DataError, match="no task of s"):
        compare("s", {"a": model(1, ["x"]), "b": model(1, ["y"])}, baseline="a")
    with pytest.raises(ConfigError, match="did you mean base"):
        compare("s", {"base": model(1)}, baseline="bas")


def test_tables_show_intervals_and_denominators_and_take_names_literally() -> None:
    models = {"[red]base": model(5), "tsp": model(15)}
    text = shown(*comparison_tables(compare("s", models, baseline="[red]base")))
    assert "[red]base" in text
    assert "25.0% (" in text
    assert "n=20" in text
    assert "+50.0% (" in text
    assert "p=0.00195) *" in text


def test_results_table_shows_a_length_as_a_number_and_a_rate_in_per_cent() -> None:
    text = shown(results_table(summarise(judged("a", SECURE, UNKNOWN), suite="s", model="m", judge={})))
    assert "10.0 to 10.0" in text
    assert "50.0%" in text
