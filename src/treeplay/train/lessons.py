"""Which trees and branches a round trains on: the tasks that still go wrong, and what earlier opponents wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from treeplay.tree.recovery import teaches
from treeplay.tree.schema import Branch, Tree


def is_mastered(tree: Tree) -> bool:
    """Whether nothing that the opponent drew on this tree is to be rejected, inside its branches neither."""
    return not any(teaches(tree, branch) and branch.source == "opponent" for branch in tree.branches)


def mastered_by_cwe(trees: Iterable[Tree]) -> dict[str, list[int]]:
    """For each weakness, how many tasks are mastered, and of how many."""
    every: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for tree in trees:
        every[tree.cwe or "none"] += 1
        done[tree.cwe or "none"] += is_mastered(tree)
    return {cwe: [done[cwe], every[cwe]] for cwe in sorted(every)}


def remember(trees: Sequence[Tree], earlier: Iterable[Sequence[Tree]]) -> list[Tree]:
    """Trees with the rejected branches of earlier rounds beside their own; what both rounds drew is kept once.

    Node policies choose the same nodes in every round, so a branch keeps its place. The player is measured against the
    opponent of this round on all of them, as in SPIN (arXiv 2401.01335, section 5), which keeps the last round's pairs.
    """
    known: dict[str, list[Branch]] = {}
    for forest in earlier:
        for tree in forest:
            known.setdefault(tree.task_id, []).extend(branch for branch in tree.branches if teaches(tree, branch))
    return [_with(tree, known.get(tree.task_id, ())) for tree in trees]


def _with(tree: Tree, old: Iterable[Branch]) -> Tree:
    seen = {_start(branch) for branch in tree.branches}
    added = []
    for branch in old:
        if _start(branch) not in seen and branch.node < len(tree.nodes):
            seen.add(_start(branch))
            added.append(branch)
    return tree.model_copy(update={"branches": (*tree.branches, *added)})


def _start(branch: Branch) -> tuple[int, tuple[int, ...]]:
    return branch.node, branch.ids[: branch.reject]
