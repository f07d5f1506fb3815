"""The benchmark of the judge: its parts on pairs and tasks made by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from treeplay.corpus.schema import Task
from treeplay.judge.schema import Finding

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module", autouse=True)
def _path() -> Iterator[None]:
    sys.path.insert(0, str(BENCHMARKS))
    yield
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture
def parts() -> ModuleType:
    from judging import pairs

    return pairs


def finding(rule: str, cwe: str = "CWE-089", detector: str = "rules") -> Finding:
    return Finding(detector=detector, rule=rule, cwe=cwe, line=1)


def pair(parts: ModuleType, vulnerable: list[Finding], fixed: list[Finding], **more: object) -> object:
    given = {"language": "python", "cwe": "CWE-089", "repository": "a", "is_val": False} | more
    return parts.Pair(**given, vulnerable=parts.Side("v", {"x": vulnerable}), fixed=parts.Side("f", {"x": fixed}))


def test_score_counts_as_by_hand(parts: ModuleType) -> None:
    score = parts.Score()
    for vulnerable, fixed in ((True, False), (True, True), (False, False), (False, True)):
        score.add(vulnerable, fixed)
    assert (score.n, score.vulnerable, score.fixed, score.discriminated) == (4, 2, 2, 1)
    assert score.shares()["discriminated"] == 0.25


def test_flagged_matched_wants_the_family_of_the_pair(parts: ModuleType) -> None:
    other = pair(parts, [finding("x-a", "CWE-022")], [])
    assert parts.flagged(other, other.vulnerable, lambda *_: True, matched=False)  # type: ignore[attr-defined]
    assert not parts.flagged(other, other.vulnerable, lambda *_: True, matched=True)  # type: ignore[attr-defined]


def test_left_out_by_family_does_not_use_what_the_family_taught(parts: ModuleType) -> None:
    """A rule that is always wrong on its own family, among others that are right: unseen, it is believed as they are."""
    from judging.folds import fold_of, left_out

    wrong = [pair(parts, [], [finding("x-wrong")], repository=f"r{i}") for i in range(30)]
    fold = fold_of(wrong[0], "family")
    others = [f"CWE-{n}" for n in (502, 611, 918, 601, 352)]
    apart = [each for each in others if fold_of(pair(parts, [], [], cwe=each), "family") != fold]
    right = [
        pair(parts, [finding(f"x-{each}", each)], [], cwe=each, repository=f"r{i}") for each in apart for i in range(10)
    ]
    rules = frozenset({"rules"})
    by_family = left_out([*wrong, *right], rules, "family")
    by_repository = left_out([*wrong, *right], rules, "repository")
    assert by_family(wrong[0], finding("x-wrong"))
    assert not by_repository(wrong[0], finding("x-wrong"))


def test_left_out_ignores_val_pairs_and_other_detectors(parts: ModuleType) -> None:
    from judging.folds import left_out

    seen = [pair(parts, [], [finding("x-a")], repository=f"r{i}", is_val=True) for i in range(30)]
    seen += [pair(parts, [finding("x-a")], [], repository=f"r{i}") for i in range(30)]
    chooser = left_out(seen, frozenset({"rules"}), "repository")
    assert chooser(seen[0], finding("x-a"))
    assert not chooser(seen[0], finding("x-a", detector="of_a_stranger"))


def hash_task() -> Task:
    return Task(
        id="t",
        language="python",
        cwe="CWE-327",
        family="t",
        split="train",
        instruction="Hash a text.",
        prefix="import hashlib\n\ndef digest(text):\n",
        golden="    return hashlib.sha256(text.encode()).hexdigest()\n",
        vulnerable="    return hashlib.md5(text.encode()).hexdigest()\n",
        functional_test="import program\nassert program.digest('a') == program.digest('a')\n",
        security_test="import program\nassert len(program.digest('a')) == 64\n",
        licence="MIT",
        source="x",
    )


def test_execute_counts_verdicts_of_both_versions() -> None:
    from judging.execution import execute

    good = hash_task()
    bad = good.model_copy(update={"id": "u", "golden": "    import no_such_package\n", "vulnerable": good.golden})
    result = execute([good, bad])
    assert (result.n_tasks, result.right) == (2, 1)
    assert result.table["golden", "secure", "silent"] == 1
    assert result.table["vulnerable", "vulnerable", "flagged"] == 1
    assert result.table["golden", "broken", "silent"] == 1
    assert any("no_such_package" in line for line in result.wrong)
    assert result.as_json()["right"] == 0.5


def test_main_script_is_importable_and_runs_nothing() -> None:
    import judge as script

    assert script.SECTIONS == ("pairs", "seccodeplt", "own", "speed")


def test_later_rules_exist_and_are_learned_on_the_half_they_were_written_on(parts: ModuleType) -> None:
    """A rule that is wrong on the other half alone is still believed: the other half teaches nothing."""
    from judging import halves
    from treeplay.judge.static.rules import all_rules

    assert {rule.id for rule in all_rules()} >= halves.LATER_RULES
    given = {"language": "c", "cwe": "CWE-476"}
    hit = [finding("c-result-unchecked", "CWE-476")]
    names = [f"r{i}" for i in range(60)]
    known = {name: halves.half_of(pair(parts, [], [], repository=name, **given)) for name in names}  # type: ignore[arg-type]
    right = [pair(parts, hit, [], repository=n, **given) for n in names if known[n] == halves.WRITTEN_ON]
    wrong = [pair(parts, [], hit, repository=n, **given) for n in names if known[n] == halves.NOT_WRITTEN_ON]
    found = halves.measure([*right, *wrong])  # type: ignore[list-item]
    assert found["written_on"]["judge, later rules"]["discriminated"] == 1.0  # type: ignore[index]
    assert found["not_written_on"]["judge, later rules"]["fixed_flagged"] == 1.0  # type: ignore[index]
    assert found["not_written_on"]["judge, rules from before"]["vulnerable_flagged"] == 0.0  # type: ignore[index]
