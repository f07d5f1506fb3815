"""What training makes of a judged tree: a weight for each branch, and branches with the same start made one."""

from __future__ import annotations

from collections.abc import Sequence

from treeplay.judge.policy import JudgePolicy, branch_weight
from treeplay.tree.schema import Branch, Node, Tree


def weigh(tree: Tree, policy: JudgePolicy, *, merge: bool) -> Tree:
    """The tree with the judge policy's weights, inside its branches too.

    Args:
        merge: branches of a node whose rejected ids are equal share one weight, the mean over their samples, since
            the loss sees the same tokens: how often what starts like this ends vulnerable. The worst carries it.
    """
    return tree.model_copy(update={"branches": _weighed(tree.nodes, tree.branches, policy, merge)})


def _weighed(nodes: Sequence[Node], branches: Sequence[Branch], policy: JudgePolicy, merge: bool) -> tuple[Branch, ...]:
    weighed = [
        branch.model_copy(
            update={
                "weight": branch_weight(branch.decision, policy, flagged=branch.flagged),
                "branches": _weighed(branch.nodes, branch.branches, policy, merge),
            }
        )
        for branch in branches
    ]
    if policy.value:
        weighed = _by_value(nodes, weighed)
    return tuple(_merged(weighed) if merge else weighed)


def _by_value(nodes: Sequence[Node], branches: Sequence[Branch]) -> list[Branch]:
    """Weights times the fall of the secure probability at their node.

    On the golden path that probability is 1; past the node it is the share of what the opponent drew there that is
    not rejected. Where it never errs, nothing is left to train, the vulnerable version of the code included.
    """
    lost = [0.0] * len(nodes)
    for branch in branches:
        if branch.source == "opponent":
            lost[branch.node] += branch.weight * branch.count
    falls = [value / max(node.sampled, 1) for node, value in zip(nodes, lost, strict=True)]
    return [branch.model_copy(update={"weight": branch.weight * falls[branch.node]}) for branch in branches]


def _merged(branches: Sequence[Branch]) -> list[Branch]:
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, branch in enumerate(branches):
        key = (branch.node, branch.source, branch.ids[: branch.reject])
        groups.setdefault(key, []).append(index)
    result = list(branches)
    for members in groups.values():
        total = sum(branches[i].count for i in members)
        mean = sum(branches[i].count * branches[i].weight for i in members) / total
        worst = max(members, key=lambda i: branches[i].weight)
        for i in members:
            # Each keeps its own count; the worst is given the weight of all, so that it stands for the group.
            weight = mean * total / branches[i].count if i == worst else 0.0
            result[i] = branches[i].model_copy(update={"weight": weight})
    return result
