"""Which trees and branches a round trains on: the tasks that still go wrong, and what earlier opponents wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from treeplay.tree.pack import Extent, rejected_start
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


def remember(trees: Sequence[Tree], earlier: Iterable[Sequence[Tree]], *, rejected: Extent) -> list[Tree]:
    """Trees with the rejected branches of earlier rounds beside their own; what both rounds drew is kept once.

    Node policies choose the same nodes in every round, so a branch keeps its place. The player is measured against the
    opponent of this round on all of them, as in SPIN (arXiv 2401.01335, section 5), which keeps the last round's pairs.

    Args:
        rejected: what the loss sees of a branch; those of which it sees the same are one.
    """
    known: dict[str, list[Branch]] = {}
    for forest in earlier:
        for tree in forest:
            known.setdefault(tree.task_id, []).extend(branch for branch in tree.branches if teaches(tree, branch))
    return [_with(tree, known.get(tree.task_id, ()), rejected) for tree in trees]


def _with(tree: Tree, old: Iterable[Branch], rejected: Extent) -> Tree:
    seen = {rejected_start(tree, branch, rejected) for branch in tree.branches}
    added = []
    for branch in old:
        if branch.node < len(tree.nodes) and (start := rejected_start(tree, branch, rejected)) not in seen:
            seen.add(start)
            added.append(branch)
    return tree.model_copy(update={"branches": (*tree.branches, *added)})


def once_each(tree: Tree) -> Tree:
    """The tree with every distinct branch, inside branches too, standing for one sample, however often it was drawn."""
    return tree.model_copy(update={"branches": _once_each(tree.branches)})


def _once_each(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    return tuple(one.model_copy(update={"count": 1, "branches": _once_each(one.branches)}) for one in branches)
