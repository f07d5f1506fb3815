"""Damaged, random and enormous programs: never secure by accident, never a crash, the same verdict each time.

Six hundred of the programs of which `benchmarks/hostile.py` judges ten thousand; few of them are run here.
"""

from __future__ import annotations

from collections import Counter

import pytest

from hostile_programs import LANGUAGES, Hostile, accident, always_falling, hostile_programs, without_tests
from treeplay.corpus.schema import Task
from treeplay.judge.judge import Judge, Program
from treeplay.judge.schema import Judgement

SEED = 20260101
STATIC = hostile_programs(600, SEED)
FAST = ("python", "javascript")
GIANTS = {
    "steps": "".join(" " * n + "if 1:\n" for n in range(99)) + " " * 99 + "x\n",
    "lambdas": "lambda: " * 10_000 + "0\n",
    "decorators": "@x\n" * 20_000 + "def f(): 0\n",
    "format_strings": "f'{" * 400,
    "sum": "1" + "+1" * 45_000 + "\n",
    "attributes": "a" + ".b" * 45_000 + "\n",
    "number": "x = " + "9" * 9_000 + "\n",
    "too_long": "x = 1\n" * 100_000,
}


def readable(language: str, count: int) -> list[Hostile]:
    """Programs in a language that are whole enough to be run."""
    kinds = ("nudged", "shuffled")
    return [each for each in STATIC if each.program.task.language == language and each.kind in kinds][:count]


def accidents(hostile: list[Hostile], judgements: list[Judgement]) -> list[tuple[str, str]]:
    pairs = zip(hostile, judgements, strict=True)
    return [(what, each.program.completion) for each, judgement in pairs if (what := accident(each, judgement))]


def test_hostile_programs_of_a_seed_are_the_same_and_all_kinds_and_languages_are_there() -> None:
    again = hostile_programs(200, SEED)
    assert [each.program.completion for each in again] == [each.program.completion for each in STATIC[:200]]
    assert hostile_programs(200, SEED + 1) != again
    assert {each.program.task.language for each in STATIC} == set(LANGUAGES)
    assert all(count >= 15 for count in Counter(each.kind for each in STATIC).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_programs_read_by_detectors_are_never_secure_and_judged_the_same_twice(language: str) -> None:
    programs = [without_tests(each.program) for each in STATIC if each.program.task.language == language]
    with Judge() as first, Judge(workers=1) as second:
        judgements = first.judge(programs)
        assert second.judge(programs[::-1])[::-1] == judgements
    assert {"broken", "unknown"} <= {each.verdict for each in judgements} <= {"broken", "unknown", "vulnerable"}


@pytest.mark.parametrize("text", GIANTS.values(), ids=GIANTS.keys())
def test_giant_python_program_is_never_secure(text: str) -> None:
    with Judge() as judge:
        (judgement,) = judge.judge([Program(Task(id="t", cwe="CWE-089", instruction=""), text)])
    assert judgement.verdict in ("broken", "unknown")


@pytest.mark.parametrize("language", FAST)
def test_hostile_programs_run_by_their_own_tests_are_secure_only_if_both_pass(language: str) -> None:
    hostile = readable(language, 30)
    with Judge() as judge:
        judgements = judge.judge([each.program for each in hostile])
    assert accidents(hostile, judgements) == []
    assert len({each.verdict for each in judgements}) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_programs_under_an_attack_that_always_succeeds_are_never_secure(language: str) -> None:
    hostile = [Hostile(each.kind, always_falling(each.program)) for each in readable(language, 8)]
    with Judge() as judge:
        judgements = judge.judge([each.program for each in hostile])
    assert accidents(hostile, judgements) == []
    assert {each.verdict for each in judgements} <= {"broken", "vulnerable", "unknown"}


@pytest.mark.parametrize(
    ("kind", "judgement"),
    [
        ("empty", Judgement(verdict="secure", parsed=True, functional=True, secure=True)),
        ("nudged", Judgement(verdict="secure", parsed=False, functional=True, secure=True)),
        ("nudged", Judgement(verdict="secure", parsed=True, functional=True)),
        ("nudged", Judgement(verdict="secure", parsed=True, functional=False, secure=True)),
    ],
    ids=["empty", "unparsed", "no_security_test", "function_lost"],
)
def test_accident_is_told(kind: str, judgement: Judgement) -> None:
    task = Task(id="t", instruction="", functional_test="pass", security_test="pass")
    assert accident(Hostile(kind, Program(task, "x = 1\n")), judgement)
    proven = Judgement(verdict="secure", parsed=True, functional=True, secure=True)
    assert accident(Hostile("nudged", Program(task, "x = 1\n")), proven) == ""
