"""What training makes of a judged tree: a weight for each branch, and branches with the same start made one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from treeplay.judge.policy import JudgePolicy, branch_weight
from treeplay.tree.pack import Extent, rejected_start
from treeplay.tree.schema import Branch, Node, Tree

Start = Callable[[Branch], Hashable]
"Equal for branches of which the loss sees the same tokens."


def weigh(tree: Tree, policy: JudgePolicy, *, rejected: Extent) -> Tree:
    """The tree with the judge policy's weights, inside its branches too.

    Args:
        rejected: what the loss rejects of a branch. Branches of which it sees the same tokens share one weight, the
            mean over their samples, secure ones too: how often what starts like this ends vulnerable. The worst
            carries it. Whole branches (`full`) are told apart by every token, and keep their own.
    """

    def start(branch: Branch) -> Hashable:
        return rejected_start(tree, branch, rejected)

    branches = _weighed(tree.nodes, tree.branches, policy, None if rejected == "full" else start)
    return tree.model_copy(update={"branches": branches})


def _weighed(
    nodes: Sequence[Node], branches: Sequence[Branch], policy: JudgePolicy, start: Start | None
) -> tuple[Branch, ...]:
    inside: Start | None = start and _statement
    weighed = [
        branch.model_copy(
            update={
                "weight": _weight(branch, nodes[branch.node], policy),
                "branches": _weighed(branch.nodes, branch.branches, policy, inside),
            }
        )
        for branch in branches
    ]
    if policy.value:
        weighed = _by_value(nodes, weighed)
    return tuple(_merged(weighed, start) if start else weighed)


def _weight(branch: Branch, node: Node, policy: JudgePolicy) -> float:
    elsewhere = branch.errs_elsewhere(node)
    return branch_weight(branch.decision, policy, flagged=branch.flagged, early=branch.early, elsewhere=elsewhere)


def _statement(branch: Branch) -> Hashable:
    return branch.node, branch.source, branch.ids[: branch.reject]


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


def _merged(branches: Sequence[Branch], start: Start) -> list[Branch]:
    groups: dict[Hashable, list[int]] = {}
    for index, branch in enumerate(branches):
        groups.setdefault(start(branch), []).append(index)
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
