"""Trees laid out as one row of tokens, each unique token once, and the indices that find them again.

A row holds whole trees one after another. A tree is its trunk (prompt and golden path) followed by its branches,
those of one node side by side. A branch token sees the trunk before its node, the branch before itself, and
nothing else; its position is its depth in the tree, as if the branch stood alone after its prefix. So every
log-probability equals the one computed row by row, at the cost of unique tokens only.

The first token of a branch is predicted by the trunk token before the node. That token then has several
successors, so scored tokens are listed as (predictor, target) and never as shifted labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from treeplay.tree.schema import Branch, Node, Tree

Extent = Literal["full", "statement", "differing", "token"]


@dataclass(frozen=True)
class Span:
    """A half-open range of indices."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Fork:
    """The branches of one node: where they lie in the row and which trunk tokens they see."""

    seen: Span
    "Row indices of the trunk tokens before the node."
    branches: tuple[Span, ...]
    "Row indices of each branch, side by side."


@dataclass(frozen=True)
class Pair:
    """The golden continuation against one branch, as indices into a row's scored tokens."""

    chosen: tuple[int, ...]
    rejected: tuple[int, ...]
    weight: float
    changed: tuple[int, ...] = ()
    "Those of `rejected` that differ from the golden path."
    policy: str = ""
    "The policy that chose the node."


@dataclass(frozen=True)
class Item:
    """One tree's share of a row, as indices into the row's scored tokens."""

    task_id: str
    golden: Span
    changed: tuple[int, ...]
    "Golden tokens that differ from the vulnerable version."
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Row:
    """A packed row."""

    ids: tuple[int, ...]
    positions: tuple[int, ...]
    trunks: tuple[Span, ...]
    forks: tuple[Fork, ...]
    predictors: tuple[int, ...]
    "Row index of the token whose hidden state predicts each scored token."
    targets: tuple[int, ...]
    "Id of each scored token."
    items: tuple[Item, ...]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class PackSettings:
    """What of a tree is laid out and scored."""

    rejected: Extent = "statement"
    "Which tokens of a branch the loss rejects; `token`: the one at which it leaves the golden path; costs no tokens."
    chosen: Literal["full", "statement", "token", "none"] = "full"
    "Which tokens of the golden path after a node the loss prefers; with none, branches are only pushed down."
    equal_items: bool = True
    "Divide by an item's branches, so that items weigh the same however many nodes they have."


def trained_branches(tree: Tree) -> list[Branch]:
    """The branches that training sees, ordered by node: those the judge policy left a weight."""
    kept = [branch for branch in tree.branches if branch.weight > 0]
    return sorted(kept, key=lambda branch: (tree.nodes[branch.node].position, branch.node))


def trained_ids(branch: Branch, settings: PackSettings) -> tuple[int, ...]:
    """A branch's ids as far as they must be computed: the loss looks no further, or at what the trunk predicts."""
    if settings.rejected == "token":
        return ()
    return branch.ids if settings.rejected == "full" else branch.ids[: branch.reject]


def parting(golden: Sequence[int], branch: Sequence[int]) -> int | None:
    """The index at which a branch leaves the golden continuation; none if one is the start of the other.

    >>> parting([5, 6, 7], [5, 9]), parting([5, 6, 7], [5, 6])
    (1, None)
    """
    pairs = enumerate(zip(golden, branch, strict=False))
    return next((index for index, (right, wrong) in pairs if right != wrong), None)


def unique_tokens(tree: Tree, settings: PackSettings) -> int:
    """How many tokens a tree takes in a row."""
    branches = sum(len(trained_ids(branch, settings)) for branch in trained_branches(tree))
    return len(tree.prompt_ids) + len(tree.golden_ids) + branches


def pack(trees: Sequence[Tree], settings: PackSettings) -> Row:
    """Lays trees out in one row.

    Args:
        trees: with their branches weighted by the judge policy; weight 0 is left out.

    >>> tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(Node(position=3, end=4, policy="diff"),),
    ...             branches=(Branch(node=0, ids=(7, 8), text="", source="opponent", reject=2),))
    >>> row = pack([tree], PackSettings())
    >>> row.ids, row.positions
    ((1, 2, 3, 4, 7, 8), (0, 1, 2, 3, 3, 4))
    >>> list(zip(row.predictors, row.targets))   # the branch's first token hangs on the trunk token before the node
    [(1, 3), (2, 4), (2, 7), (4, 8)]
    """
    builder = _Builder(settings)
    for tree in trees:
        builder.add(tree)
    return builder.row()


class _Builder:
    """Collects the lists of a row, tree by tree."""

    def __init__(self, settings: PackSettings) -> None:
        self.settings = settings
        self.ids: list[int] = []
        self.positions: list[int] = []
        self.trunks: list[Span] = []
        self.forks: list[Fork] = []
        self.predictors: list[int] = []
        self.targets: list[int] = []
        self.items: list[Item] = []

    def row(self) -> Row:
        return Row(
            ids=tuple(self.ids),
            positions=tuple(self.positions),
            trunks=tuple(self.trunks),
            forks=tuple(self.forks),
            predictors=tuple(self.predictors),
            targets=tuple(self.targets),
            items=tuple(self.items),
        )

    def add(self, tree: Tree) -> None:
        trunk_ids = tree.prompt_ids + tree.golden_ids
        trunk = self._lay(trunk_ids, depth=0)
        self.trunks.append(trunk)
        golden = self._score(trunk.start + len(tree.prompt_ids) - 1, trunk.start + len(tree.prompt_ids), trunk.end)
        kept = trained_branches(tree)
        total = self._samples(tree, kept) if self.settings.equal_items else 1
        pairs: list[Pair] = []
        fork: list[Span] = []
        for index, branch in enumerate(kept):
            node, weight = tree.nodes[branch.node], branch.weight * branch.count / total
            if self.settings.rejected == "token":
                pairs += self._at_parting(tree, branch, golden, trunk, weight)
                continue
            span = self._lay(trained_ids(branch, self.settings), depth=node.position)
            scored = self._score(trunk.start + node.position - 1, span.start, span.end)
            fork.append(span)
            if index + 1 == len(kept) or kept[index + 1].node != branch.node:
                self.forks.append(Fork(Span(trunk.start, trunk.start + node.position), tuple(fork)))
                fork = []
            pairs.append(self._pair(tree, branch, golden, scored, weight))
        changed = tuple(golden.start + i for i, flag in enumerate(tree.golden_changed) if flag)
        self.items.append(Item(tree.task_id, golden, changed, tuple(pairs)))

    def _samples(self, tree: Tree, kept: Sequence[Branch]) -> int:
        """How many samples the kept branches stand for, those of merged branches included."""

        def key(branch: Branch) -> tuple[object, ...]:
            ids = branch.ids if self.settings.rejected == "full" else branch.ids[: branch.reject]
            return branch.node, branch.source, ids

        seen = {key(branch) for branch in kept}
        return sum(branch.count for branch in tree.branches if key(branch) in seen)

    def _at_parting(self, tree: Tree, branch: Branch, golden: Span, trunk: Span, weight: float) -> list[Pair]:
        """The pair of the two tokens at which a branch leaves the golden path; the trunk predicts both."""
        node = tree.nodes[branch.node]
        shared = parting((tree.prompt_ids + tree.golden_ids)[node.position :], branch.ids)
        if shared is None:
            return []
        rejected = (len(self.targets),)
        self.predictors.append(trunk.start + node.position - 1 + shared)
        self.targets.append(branch.ids[shared])
        return [Pair(self._chosen(tree, node, golden, shared), rejected, weight, rejected, node.policy)]

    def _pair(self, tree: Tree, branch: Branch, golden: Span, scored: Span, weight: float) -> Pair:
        node = tree.nodes[branch.node]
        golden_after = (tree.prompt_ids + tree.golden_ids)[node.position :]
        changed = tuple(scored.start + i for i in differing(golden_after, trained_ids(branch, self.settings)))
        rejected = changed if self.settings.rejected == "differing" else tuple(range(scored.start, scored.end))
        return Pair(self._chosen(tree, node, golden, 0), rejected, weight, changed, node.policy)

    def _chosen(self, tree: Tree, node: Node, golden: Span, shared: int) -> tuple[int, ...]:
        """What of the golden path is preferred to a branch that shares so many tokens with it after the node."""
        before = golden.start - len(tree.prompt_ids)
        first = before + node.position + shared
        last = {"full": golden.end, "statement": before + node.end, "token": first + 1, "none": first}
        return tuple(range(first, last[self.settings.chosen]))

    def _lay(self, ids: Sequence[int], *, depth: int) -> Span:
        start = len(self.ids)
        self.ids.extend(ids)
        self.positions.extend(range(depth, depth + len(ids)))
        return Span(start, len(self.ids))

    def _score(self, parent: int, start: int, end: int) -> Span:
        """Scores the tokens at row indices start..end, the first of them predicted by `parent`."""
        first = len(self.targets)
        self.predictors.extend([parent, *range(start, end - 1)] if end > start else [])
        self.targets.extend(self.ids[start:end])
        return Span(first, len(self.targets))


def differing(golden: Sequence[int], branch: Sequence[int]) -> list[int]:
    """Indices of the branch tokens that an alignment with the golden continuation does not match.

    >>> differing([5, 6, 7, 8], [5, 9, 7, 8])
    [1]
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only some settings need it

    matched: set[int] = set()
    for block in SequenceMatcher(None, golden, branch, autojunk=False).get_matching_blocks():
        matched.update(range(block.b, block.b + block.size))
    return [i for i in range(len(branch)) if i not in matched]


def plan_rows(trees: Sequence[Tree], settings: PackSettings, *, max_tokens: int) -> list[list[Tree]]:
    """Divides trees, in order, into rows of at most `max_tokens` unique tokens; a larger tree stands alone."""
    rows: list[list[Tree]] = []
    used = 0
    for tree in trees:
        size = unique_tokens(tree, settings)
        if not rows or used + size > max_tokens:
            rows.append([])
            used = 0
        rows[-1].append(tree)
        used += size
    return rows
