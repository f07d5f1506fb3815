"""Trees laid out as one row of tokens, each unique token once, and the indices that find them again.

A row holds whole trees one after another. A tree is its trunk (prompt and golden path) followed by its branches,
those of one node side by side, and then by what leaves these. A branch token sees the trunk before its node, for a node
inside a branch that branch before it, the branch before itself, and nothing else; its position is its depth in the
tree, as if the branch stood alone after its prefix. So every log-probability equals the one computed row by row, at the
cost of unique tokens only.

The first token of a branch is predicted by the trunk token before the node. That token then has several
successors, so scored tokens are listed as (predictor, target) and never as shifted labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from treeplay.tree.recovery import Recovery, recoveries, teaches
from treeplay.tree.schema import Branch, Tree

Extent = Literal["full", "statement", "differing"]


@dataclass(frozen=True)
class Span:
    """A half-open range of indices."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Fork:
    """The branches of one node: where they lie in the row and what leads to them."""

    seen: tuple[Span, ...]
    "Row indices of the tokens before the node: of the trunk, then of the branch that the node is in, if any."
    branches: tuple[Span, ...]
    "Row indices of each branch, side by side."


@dataclass(frozen=True)
class Pair:
    """The golden continuation, or inside a branch a secure one, against a rejected, as indices into scored tokens."""

    chosen: tuple[int, ...]
    rejected: tuple[int, ...]
    weight: float
    changed: tuple[int, ...] = ()
    "Those of `rejected` that differ from what is preferred."
    policy: str = ""
    "The policy that chose the node; `deep` inside a branch."


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
    "Which tokens of a branch the loss rejects."
    chosen: Literal["full", "statement", "none"] = "full"
    "Which tokens of the golden path after a node the loss prefers; with none, branches are only pushed down."
    equal_items: bool = True
    "Divide by an item's branches, so that items weigh the same however many nodes they have."


def trained_branches(tree: Tree) -> list[Branch]:
    """The branches that training sees, ordered by node: those that are rejected, or teach inside themselves."""
    kept = [branch for branch in tree.branches if teaches(tree, branch)]
    return sorted(kept, key=lambda branch: (tree.nodes[branch.node].position, branch.node))


def trained_ids(branch: Branch, settings: PackSettings) -> tuple[int, ...]:
    """A branch's ids as far as the loss looks at them; what follows need not be computed."""
    return branch.ids if settings.rejected == "full" else branch.ids[: branch.reject]


def laid_ids(branch: Branch, inside: Sequence[Recovery], settings: PackSettings) -> tuple[int, ...]:
    """A branch's ids as far as the loss looks at them or they lead to a node inside it."""
    scored = len(trained_ids(branch, settings)) if branch.weight > 0 else 0
    ends = [each.offset + way_lengths(each, settings)[0] for each in inside]
    return branch.ids[: max([scored, *ends])]


def way_lengths(recovery: Recovery, settings: PackSettings) -> list[int]:
    """How many ids of each way on the loss looks at; 0 for a way that is neither preferred nor rejected."""
    lengths = [0] * len(recovery.ways)
    for chosen, rejected, _ in recovery.preferences:
        lengths[chosen] = max(lengths[chosen], _chosen_length(recovery.ways[chosen], settings))
        lengths[rejected] = max(lengths[rejected], len(trained_ids(recovery.ways[rejected], settings)))
    return lengths


def _chosen_length(way: Branch, settings: PackSettings) -> int:
    return {"full": len(way.ids), "none": 0}.get(settings.chosen, way.reject)


def unique_tokens(tree: Tree, settings: PackSettings) -> int:
    """How many tokens a tree takes in a row."""
    total = len(tree.prompt_ids) + len(tree.golden_ids)
    for branch in trained_branches(tree):
        inside = recoveries(branch, tree.nodes[branch.node].position)
        total += len(laid_ids(branch, inside, settings))
        total += sum(sum(way_lengths(each, settings)[1:]) for each in inside)
    return total


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
        inside = [recoveries(branch, tree.nodes[branch.node].position) for branch in kept]
        total = self._samples(tree, kept, inside) if self.settings.equal_items else 1
        pairs: list[Pair] = []
        fork: list[Span] = []
        laid: list[tuple[Span, Span, Span]] = []
        for index, branch in enumerate(kept):
            node = tree.nodes[branch.node]
            span = self._lay(laid_ids(branch, inside[index], self.settings), depth=node.position)
            before = Span(trunk.start, trunk.start + node.position)
            scored = self._score(before.end - 1, span.start, span.end)
            fork.append(span)
            laid.append((before, span, scored))
            if index + 1 == len(kept) or kept[index + 1].node != branch.node:
                self.forks.append(Fork((before,), tuple(fork)))
                fork = []
            if branch.weight > 0:
                pairs.append(self._pair(tree, branch, golden, scored, total))
        for where, found in zip(laid, inside, strict=True):
            for recovery in found:
                pairs += self._recover(recovery, *where, total)
        changed = tuple(golden.start + i for i, flag in enumerate(tree.golden_changed) if flag)
        self.items.append(Item(tree.task_id, golden, changed, tuple(pairs)))

    def _recover(self, recovery: Recovery, before: Span, span: Span, scored: Span, total: int) -> Iterator[Pair]:
        """Lays out the ways on from a node inside a branch and pairs them.

        Args:
            before: row indices of the trunk tokens that lead to the branch.
            span, scored: the branch itself, whose own continuation is the first way.
        """
        start = span.start + recovery.offset
        firsts, fork = [scored.start + recovery.offset], []
        for way, length in zip(recovery.ways[1:], way_lengths(recovery, self.settings)[1:], strict=True):
            place = self._lay(way.ids[:length], depth=recovery.node.position)
            firsts.append(self._score(start - 1, place.start, place.end).start)
            fork += [place] if length else []
        if fork:
            self.forks.append(Fork((before, Span(span.start, start)), tuple(fork)))
        for chosen, rejected, samples in recovery.preferences:
            secure, ids = recovery.ways[chosen], trained_ids(recovery.ways[rejected], self.settings)
            changed = tuple(firsts[rejected] + i for i in differing(secure.ids, ids))
            every = tuple(range(firsts[rejected], firsts[rejected] + len(ids)))
            yield Pair(
                chosen=tuple(range(firsts[chosen], firsts[chosen] + _chosen_length(secure, self.settings))),
                rejected=changed if self.settings.rejected == "differing" else every,
                weight=samples / total,
                changed=changed,
                policy="deep",
            )

    def _samples(self, tree: Tree, kept: Sequence[Branch], inside: Sequence[Sequence[Recovery]]) -> int:
        """How many samples the rejected branches stand for, those of merged branches included."""

        def key(branch: Branch) -> tuple[object, ...]:
            return branch.node, branch.source, trained_ids(branch, self.settings)

        seen = {key(branch) for branch in kept if branch.weight > 0}
        deep = sum(recovery.samples for found in inside for recovery in found)
        return deep + sum(branch.count for branch in tree.branches if key(branch) in seen)

    def _pair(self, tree: Tree, branch: Branch, golden: Span, scored: Span, total: int) -> Pair:
        node = tree.nodes[branch.node]
        first = golden.start + node.position - len(tree.prompt_ids)
        statement = golden.start + node.end - len(tree.prompt_ids)
        last = {"full": golden.end, "statement": statement, "none": first}[self.settings.chosen]
        golden_after = (tree.prompt_ids + tree.golden_ids)[node.position :]
        ids = trained_ids(branch, self.settings)
        changed = tuple(scored.start + i for i in differing(golden_after, ids))
        every = tuple(range(scored.start, scored.start + len(ids)))
        rejected = changed if self.settings.rejected == "differing" else every
        return Pair(
            chosen=tuple(range(first, last)),
            rejected=rejected,
            weight=branch.weight * branch.count / total,
            changed=changed,
            policy=node.policy,
        )

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
