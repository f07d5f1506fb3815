"""What a forest says of itself: the vulnerable share is of what the opponent drew, and of nothing else."""

from __future__ import annotations

import pytest
from rich.console import Console

from treeplay.cli.progress import Terminal
from treeplay.judge.schema import Verdict
from treeplay.train.forest import Forest
from treeplay.tree.schema import Branch, BranchSource, Node, Tree


def a_branch(first: int, verdict: Verdict, *, source: BranchSource = "opponent", count: int = 1) -> Branch:
    return Branch(node=0, ids=(first,), text="", source=source, reject=1, verdict=verdict, count=count)


def test_vulnerable_share_leaves_out_the_vulnerable_version() -> None:
    branches = (
        a_branch(5, "vulnerable", count=2),
        a_branch(6, "broken"),
        a_branch(7, "vulnerable", source="vulnerable"),
    )
    node = Node(position=2, end=3, policy="diff")
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=branches, same_as_golden=1)
    # Four were drawn: two vulnerable, one broken, one on the golden path.
    assert Forest((tree,)).summary()["vulnerable_share"] == 0.5


def test_early_counts_vulnerable_branches_that_begin_as_a_later_golden_statement() -> None:
    told = [a_branch(5, "vulnerable"), a_branch(6, "vulnerable"), a_branch(7, "secure")]
    branches = (told[0], *(branch.model_copy(update={"early": True}) for branch in told[1:]))
    node = Node(position=2, end=3, policy="diff")
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=branches)
    assert Forest((tree,)).summary()["early"] == 1


def test_elsewhere_counts_vulnerable_branches_that_part_by_what_is_harmless() -> None:
    branches = tuple(
        a_branch(first, verdict).model_copy(update={"at_token": at_token, "early": early})
        for first, verdict, at_token, early in (
            (5, "vulnerable", "secure", False),
            (6, "vulnerable", "broken", False),
            (7, "secure", "secure", False),
            (8, "vulnerable", "secure", True),  # counted as early
        )
    )
    node = Node(position=2, end=3, policy="diff")
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=branches)
    assert Forest((tree,)).summary()["elsewhere"] == 1


REASONS = {"early": "1 begin as a later golden statement does", "elsewhere": "1 go wrong elsewhere"}


@pytest.mark.parametrize(
    ("update", "told", "reason"),
    [
        ({"early": True}, "judge.early=1", "early"),
        ({"at_token": "secure"}, "judge.elsewhere=1", "elsewhere"),
        ({"verdict": "secure"}, "made no mistake", ""),
    ],
)
def test_a_forest_with_nothing_to_learn_says_why(update: dict[str, object], told: str, reason: str) -> None:
    branch = a_branch(5, "vulnerable").model_copy(update={**update, "weight": 0.0})
    node = Node(position=2, end=3, policy="diff")
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=(branch,))
    console = Console(width=200)
    with console.capture() as shown:
        Terminal(console).forest(1, Forest((tree,)).summary())
    text = " ".join(shown.get().split())
    assert told in text
    assert [name for name, words in REASONS.items() if words in text] == ([reason] if reason else [])


def test_unplaced_counts_vulnerable_versions_that_no_node_stands_before() -> None:
    node = Node(position=2, end=3, policy="diff")
    bare = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), golden_changed=(True, False), nodes=(node,))
    held = bare.model_copy(update={"branches": (a_branch(5, "vulnerable", source="vulnerable"),)})
    plain = bare.model_copy(update={"golden_changed": ()})
    assert Forest((bare, held, plain)).summary()["unplaced"] == 1
    assert Forest((bare, plain)).summary()["unplaced"] == 0, "where nobody asked for them none is missing"
