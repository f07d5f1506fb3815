"""Which trees and branches a round trains on: the tasks that still go wrong, and what earlier opponents wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

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
    known: dict[str, list[Tree]] = {}
    for forest in earlier:
        for tree in forest:
            known.setdefault(tree.task_id, []).append(tree)
    return [_with(tree, known.get(tree.task_id, ()), rejected) for tree in trees]


def _with(tree: Tree, earlier: Iterable[Tree], rejected: Extent) -> Tree:
    seen = {rejected_start(tree, branch, rejected) for branch in tree.branches}
    added: list[Branch] = []
    for old in earlier:
        for start, alike in _alike(old, rejected).items():
            if start not in seen and alike[0].node < len(tree.nodes):
                seen.add(start)
                added += alike
    return tree.model_copy(update={"branches": (*tree.branches, *added)})


def _alike(tree: Tree, rejected: Extent) -> dict[Hashable, list[Branch]]:
    """Branches that the loss sees the same of, where one of them teaches: it stands for all that were drawn so."""
    found: dict[Hashable, list[Branch]] = {}
    for branch in tree.branches:
        found.setdefault(rejected_start(tree, branch, rejected), []).append(branch)
    return {start: alike for start, alike in found.items() if any(teaches(tree, branch) for branch in alike)}


def once_each(tree: Tree) -> Tree:
    """The tree with every distinct branch, inside branches too, standing for one sample, however often it was drawn."""
    return tree.model_copy(update={"branches": _once_each(tree.branches)})


def _once_each(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    return tuple(one.model_copy(update={"count": 1, "branches": _once_each(one.branches)}) for one in branches)
