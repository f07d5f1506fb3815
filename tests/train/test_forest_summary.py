"""What a forest says of itself: the vulnerable share is of what the opponent drew, and of nothing else."""

from __future__ import annotations

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
