"""What a node inside a branch teaches: which of the ways on from there is preferred to which.

No golden path leads on inside a branch. There the judge's word stands in for it: a way on that ends in a secure
program, tests passed, is preferred to one that is rejected. Both follow the same start, lucky or not, so the player
learns to recover from a mistake and not to compound it. A node whose ways on all end alike teaches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from treeplay.tree.schema import Branch, Node, Tree


class Preference(NamedTuple):
    """A way on preferred to another, as indices into `Recovery.ways`."""

    chosen: int
    rejected: int
    samples: float
    "Weighted samples of the rejected way, shared over the secure ones by how often they were drawn."


@dataclass(frozen=True)
class Recovery:
    """A node inside a branch from which some ways on are secure and others are rejected."""

    node: Node
    offset: int
    "Of the node in the branch's ids."
    ways: tuple[Branch, ...]
    "The branch's own continuation, then what the opponent drew here."
    preferences: tuple[Preference, ...]

    @property
    def samples(self) -> int:
        """Samples that begin as a rejected way does; what the judge weighed to 0 among them counts."""
        starts = {_statement(self.ways[each.rejected]) for each in self.preferences}
        return sum(way.count for way in self.ways if _statement(way) in starts)


def recoveries(branch: Branch, position: int) -> list[Recovery]:
    """What the nodes inside a branch teach.

    Args:
        position: of the node that the branch leaves.
    """
    found = []
    for index, node in enumerate(branch.nodes):
        offset = node.position - position
        drawn = [sub for sub in branch.branches if sub.node == index]
        ways = (_own(branch, index, offset), *drawn)
        preferences = tuple(_preferences(ways))
        if preferences:
            found.append(Recovery(node, offset, ways, preferences))
    return found


def tree_recoveries(trees: Iterable[Tree]) -> list[Recovery]:
    """What all nodes inside the branches of some trees teach."""
    return [
        recovery
        for tree in trees
        for branch in tree.branches
        for recovery in recoveries(branch, tree.nodes[branch.node].position)
    ]


def teaches(tree: Tree, branch: Branch) -> bool:
    """Whether training looks at a branch: it is rejected itself, or a node inside it teaches something."""
    return branch.weight > 0 or bool(recoveries(branch, tree.nodes[branch.node].position))


def _own(branch: Branch, index: int, offset: int) -> Branch:
    """The branch's own continuation from a node inside it, as one sample drawn there."""
    node = branch.nodes[index]
    return Branch(
        node=index,
        ids=branch.ids[offset:],
        text=branch.text,
        source=branch.source,
        reject=node.end - node.position,
        verdict=branch.verdict,
        weight=float(branch.verdict == "vulnerable"),
    )


def _preferences(ways: Sequence[Branch]) -> Iterable[Preference]:
    """Each rejected way against every secure one; two that begin with the same statement do not part at the node."""
    for number, rejected in enumerate(ways):
        secure = [
            (other, way)
            for other, way in enumerate(ways)
            if way.verdict == "secure" and _statement(way) != _statement(rejected)
        ]
        total = sum(way.count for _, way in secure)
        if rejected.weight > 0:
            for other, way in secure:
                yield Preference(other, number, rejected.weight * rejected.count * way.count / total)


def _statement(way: Branch) -> tuple[int, ...]:
    return way.ids[: way.reject]
