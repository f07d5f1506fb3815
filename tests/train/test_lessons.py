"""Which trees and branches a round trains on."""

from __future__ import annotations

import pytest

from treeplay.judge.policy import JudgePolicy
from treeplay.judge.schema import Verdict
from treeplay.train.lessons import is_mastered, mastered_by_cwe, once_each, remember
from treeplay.tree.pack import Extent, PackSettings, pack
from treeplay.tree.schema import Branch, BranchSource, Node, Tree
from treeplay.tree.weigh import weigh


def a_branch(first: int, *, weight: float = 1.0, source: BranchSource = "opponent") -> Branch:
    return Branch(node=0, ids=(first, 9), text="", source=source, reject=2, weight=weight)


def a_tree(task: str, *branches: Branch, cwe: str = "CWE-078") -> Tree:
    node = Node(position=2, end=3, policy="diff")
    return Tree(task_id=task, cwe=cwe, prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=branches)


def test_a_task_is_mastered_when_the_opponent_drew_nothing_to_reject() -> None:
    errs = a_tree("a", a_branch(5), a_branch(6, weight=0))
    offline_only = a_tree("b", a_branch(5, source="vulnerable"), a_branch(6, weight=0))
    assert (is_mastered(errs), is_mastered(offline_only)) == (False, True)
    assert mastered_by_cwe([errs, offline_only, a_tree("c", cwe="CWE-089")]) == {"CWE-078": [1, 2], "CWE-089": [1, 1]}


def test_remember_adds_what_earlier_rounds_rejected_once() -> None:
    now = [a_tree("a", a_branch(5)), a_tree("b")]
    before = [a_tree("a", a_branch(5), a_branch(6), a_branch(7, weight=0)), a_tree("c", a_branch(8))]
    (a, b) = remember(now, [before, before], rejected="statement")
    assert [branch.ids[0] for branch in a.branches] == [5, 6]
    assert b == now[1]


@pytest.mark.parametrize(("rejected", "kept"), [("statement", [9, 9]), ("full", [9, 8, 9])])
def test_remember_keeps_what_the_loss_tells_apart(rejected: Extent, kept: list[int]) -> None:
    def ends(last: int, first: int = 5) -> Branch:
        return a_branch(first).model_copy(update={"ids": (first, 9, last)})

    (tree,) = remember([a_tree("a", ends(9))], [[a_tree("a", ends(8), ends(9, first=6))]], rejected=rejected)
    assert [branch.ids[-1] for branch in tree.branches] == kept


@pytest.mark.parametrize("rejected", ["statement", "full"])
def test_distinct_branches_weigh_the_same_however_often_they_were_drawn(rejected: Extent) -> None:
    often = a_branch(5).model_copy(update={"count": 3})
    settings = PackSettings(rejected=rejected)

    def weights(tree: Tree, policy: JudgePolicy) -> list[float]:
        return [pair.weight for pair in pack([weigh(tree, policy, rejected=rejected)], settings).items[0].pairs]

    tree = a_tree("a", often, a_branch(6))
    assert weights(tree, JudgePolicy(policy="none")) == [0.75, 0.25]
    assert weights(once_each(tree), JudgePolicy(policy="distinct")) == [0.5, 0.5]


def test_a_remembered_branch_stands_for_all_that_were_drawn_like_it() -> None:
    def ends(last: int, verdict: Verdict) -> Branch:
        kind = {"ids": (7, last), "verdict": verdict, "at_node": verdict, "at_token": verdict}
        return a_branch(7).model_copy(update=kind)

    drawn = a_tree("a", ends(10, "vulnerable"), ends(11, "secure"), ends(12, "secure"), ends(13, "vulnerable"))
    old = weigh(drawn, JudgePolicy(), rejected="token")
    (again,) = remember([a_tree("a")], [[old]], rejected="token")
    then, now = (pack([tree], PackSettings("token", "token", True)).items[0] for tree in (old, again))
    assert ([pair.weight for pair in now.pairs], now.samples) == ([pair.weight for pair in then.pairs], then.samples)
    assert now.samples == 4
