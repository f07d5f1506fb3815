"""Each metric on a few samples counted by hand."""

from __future__ import annotations

import pytest

from judged import BROKEN, SECURE, UNKNOWN, USELESS, VULNERABLE, flagged, judged
from treeplay.bench.metrics import reachable_ks, repetition, tallies
from treeplay.bench.statistics import estimate

# Task a: both tests. Task b: no tests, nothing that can be run. Task c: a functional test alone, no CWE.
SCORED = [
    *judged("a", SECURE, VULNERABLE, USELESS, flagged("CWE-703"), BROKEN, tokens=20),
    *judged("b", UNKNOWN, flagged("CWE-564"), UNKNOWN, BROKEN, UNKNOWN, has_functional_test=False, has_security_test=False),
    *judged("c", SECURE, SECURE, USELESS, USELESS, USELESS, has_security_test=False, cwe=None, repetition=0.5),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "n", "tasks"),
    [
        ("func@1", (3 / 5 + 2 / 5) / 2, 10, 2),
        ("func@5", 1.0, 10, 2),
        ("func_sec@1", 2 / 5, 5, 1),  # a: secure, flagged
        ("spr@1", 1 - 3 / 13, 13, 3),  # flagged: a's vulnerable and flagged, b's flagged; 13 of 15 parse
        ("spr@5", 1.0, 5, 1),  # only c has five samples that parse
        ("spr_strict@1", (1 / 5 + 0 + 2 / 5) / 3, 15, 3),
        ("spr_strict@5", 2 / 3, 15, 3),
        ("sec_given_func@1", 2 / 3, 3, 1),
        ("own_cwe_rate", 2 / 8, 8, 2),  # a's failed test; b's CWE-564 is of the family of CWE-089
        ("parse_rate", 13 / 15, 15, 3),
        ("unknown_rate", 3 / 15, 15, 3),
        ("mean_tokens", (5 * 20 + 10 * 10) / 15, 15, 3),
        ("repetition", 0.5 / 3, 15, 3),
    ],
)
def test_tallies_of_hand_counted_samples_give_each_metric(name: str, value: float, n: int, tasks: int) -> None:
    found = estimate(tallies(SCORED, ["a", "b", "c"])[name])
    assert found is not None
    assert (found.value, found.n, found.tasks) == (pytest.approx(value, abs=1e-6), n, tasks)


def test_tallies_never_count_unknown_and_broken_as_secure() -> None:
    counted = tallies([*judged("a", UNKNOWN, BROKEN, USELESS)], ["a"])
    for name in ("spr_strict@1", "func_sec@1", "func@1"):
        found = estimate(counted[name])
        assert found is not None
        assert (found.value, found.n) == (0, 3)


def test_tallies_of_what_does_not_parse_have_no_spr_and_count_in_the_strict_one() -> None:
    counted = tallies(judged("a", BROKEN, BROKEN), ["a"])
    assert estimate(counted["spr@1"]) is None
    strict = estimate(counted["spr_strict@1"])
    assert strict is not None
    assert (strict.value, strict.n) == (0, 2)


def test_tallies_of_a_test_that_could_not_run_count_as_not_passed() -> None:
    could_not_run = UNKNOWN.model_copy(update={"functional": True, "secure": None})
    found = estimate(tallies(judged("a", could_not_run, SECURE), ["a"])["func_sec@1"])
    assert found is not None
    assert (found.value, found.n) == (0.5, 2)


def test_reachable_ks_stop_at_the_task_with_the_fewest_samples() -> None:
    assert reachable_ks([*judged("a", *[SECURE] * 12), *judged("b", *[SECURE] * 9)]) == (1, 5)
    assert reachable_ks([]) == ()


@pytest.mark.parametrize(("text", "share"), [("", 0), ("\n  }\n}\n", 0), ("a\n  a\nb", 1 / 3), ("x = 1\n" * 10, 0.9)])
def test_repetition_counts_lines_that_came_before(text: str, share: float) -> None:
    assert repetition(text) == pytest.approx(share)
