from __future__ import annotations

import itertools

import pytest

from treeplay.judge.policy import JudgePolicy, branch_weight
from treeplay.judge.verdict import Evidence, decide

TABLE = {
    # functional, security, own findings: verdict
    ("absent", "absent", 0): "unknown",
    ("absent", "absent", 1): "vulnerable",
    ("absent", "passed", 0): "secure",
    ("absent", "passed", 1): "secure",
    ("absent", "failed", 0): "vulnerable",
    ("absent", "failed", 1): "vulnerable",
    ("absent", "unrun", 0): "unknown",
    ("absent", "unrun", 1): "unknown",
    ("passed", "absent", 0): "unknown",
    ("passed", "absent", 1): "vulnerable",
    ("passed", "passed", 0): "secure",
    ("passed", "passed", 1): "secure",
    ("passed", "failed", 0): "vulnerable",
    ("passed", "failed", 1): "vulnerable",
    ("passed", "unrun", 0): "unknown",
    ("passed", "unrun", 1): "unknown",
    ("failed", "absent", 0): "broken",
    ("failed", "absent", 1): "broken",
    ("unrun", "absent", 0): "unknown",
    ("unrun", "absent", 1): "unknown",
}


@pytest.mark.parametrize(("evidence", "verdict"), TABLE.items(), ids=map(str, TABLE))
def test_decide_table_gives_the_verdict(evidence: tuple[str, str, int], verdict: str) -> None:
    functional, security, own = evidence
    ruling = decide(Evidence(functional=functional, security=security, own_findings=own, problem="why"))
    assert ruling.verdict == verdict
    assert ruling.reason


def test_decide_any_evidence_is_secure_only_if_the_security_test_passed_on_readable_code() -> None:
    outcomes = ("passed", "failed", "absent", "unrun")
    booleans = (True, False)
    for parsed, empty, functional, security, own, unread, emptied in itertools.product(
        booleans, booleans, outcomes, outcomes, (0, 2), ("", "nested too deeply"), booleans
    ):
        evidence = Evidence(parsed, empty, functional, security, own, unread, emptied)
        assert (decide(evidence).verdict == "secure") == (
            parsed
            and not empty
            and functional in ("passed", "absent")
            and security == "passed"
            and not unread
            and not emptied
        )


@pytest.mark.parametrize(("parsed", "empty"), [(False, False), (True, True)], ids=["unparsed", "empty"])
def test_decide_unreadable_or_empty_program_is_broken(parsed: bool, empty: bool) -> None:
    assert decide(Evidence(parsed, empty, "passed", "passed")).verdict == "broken"


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (Evidence(functional="passed", security="passed", unread="too deep"), "could not read it: too deep"),
        (Evidence(security="passed", emptied=True), "keeps nothing of what the task asks"),
        (Evidence(unread="too deep"), "could not read the program: too deep"),
        (Evidence(doubted_findings=1), "only rules that are not believed found the task's weakness"),
    ],
    ids=["unread", "emptied", "unread_without_tests", "doubted"],
)
def test_decide_what_was_not_looked_at_is_told_and_unknown(evidence: Evidence, said: str) -> None:
    ruling = decide(evidence)
    assert (ruling.verdict, said in ruling.reason) == ("unknown", True)


def test_decide_finding_counts_though_another_detector_could_not_read() -> None:
    assert decide(Evidence(own_findings=1, unread="too deep")).verdict == "vulnerable"


def test_decide_disagreement_is_told() -> None:
    assert "disagrees" in decide(Evidence(functional="passed", security="passed", own_findings=1)).reason


@pytest.mark.parametrize(
    ("policy", "weights"),
    [
        (JudgePolicy(policy="none"), (1.0, 1.0, 1.0, 1.0)),
        (JudgePolicy(policy="distinct"), (1.0, 1.0, 1.0, 1.0)),
        (JudgePolicy(policy="verified"), (1.0, 0.0, 0.0, 0.0)),
        (JudgePolicy(policy="verified", unknown=0.5, broken=0.25), (1.0, 0.0, 0.5, 0.25)),
        (JudgePolicy(policy="none", unknown=0.5, broken=0.25), (1.0, 1.0, 1.0, 1.0)),
    ],
    ids=["none", "distinct", "verified", "verified_weights", "none_ignores_weights"],
)
def test_branch_weight_policy_gives_the_weights(policy: JudgePolicy, weights: tuple[float, ...]) -> None:
    verdicts = ("vulnerable", "secure", "unknown", "broken")
    assert tuple(branch_weight(verdict, policy) for verdict in verdicts) == weights


def test_a_flagged_branch_weighs_though_it_is_broken_and_a_secure_one_never_does() -> None:
    policy = JudgePolicy(flagged=1.0)
    assert branch_weight("broken", policy, flagged=True) == 1.0
    assert branch_weight("broken", policy) == 0.0
    assert branch_weight("secure", policy, flagged=True) == 0.0  # tests outrank rules


def test_what_goes_wrong_elsewhere_is_rejected_less_where_verdicts_count() -> None:
    assert branch_weight("vulnerable", JudgePolicy(elsewhere=0.25), elsewhere=True) == 0.25
    assert branch_weight("vulnerable", JudgePolicy(elsewhere=0.25)) == 1.0
    assert branch_weight("vulnerable", JudgePolicy(early=0.5, elsewhere=0.5), early=True, elsewhere=True) == 0.25
    assert branch_weight("vulnerable", JudgePolicy(policy="none", elsewhere=0.25), elsewhere=True) == 1.0


def test_what_comes_too_early_is_rejected_less_where_verdicts_count() -> None:
    assert branch_weight("vulnerable", JudgePolicy(early=0.25), early=True) == 0.25
    assert branch_weight("vulnerable", JudgePolicy(early=0.25)) == 1.0
    assert branch_weight("vulnerable", JudgePolicy(policy="none", early=0.25), early=True) == 1.0  # the paper's


@pytest.mark.parametrize("value", [-0.1, 1.1])
def test_judge_policy_weight_outside_0_to_1_is_rejected(value: float) -> None:
    with pytest.raises(ValueError, match="unknown"):
        JudgePolicy(unknown=value)
