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

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from treeplay.tree.recovery import Preference, Recovery, recoveries, teaches
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
    samples: int
    "Drawn branches, or versions of the code, that the pairs stand for."


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
    """The branches that training sees, ordered by node: those that are rejected, or teach inside themselves."""
    kept = [branch for branch in tree.branches if teaches(tree, branch)]
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


def rejected_start(tree: Tree, branch: Branch, rejected: Extent) -> Hashable:
    """Equal for branches of a tree of which the loss sees the same tokens, whatever comes after them.

    With `token` that is the token at which it leaves the golden path, whoever wrote it: the vulnerable version of the
    code is then one sample more among the opponent's.
    """
    if rejected == "token":
        golden = (tree.prompt_ids + tree.golden_ids)[tree.nodes[branch.node].position :]
        shared = parting(golden, branch.ids)
        return branch.node, branch.ids if shared is None else branch.ids[: shared + 1]
    return branch.node, branch.source, branch.ids if rejected == "full" else branch.ids[: branch.reject]


def _looked_at(chosen: Branch, rejected: Branch, settings: PackSettings) -> tuple[range, range]:
    """What the loss looks at of two ways on from a node inside a branch, as indices into their ids."""
    shared = parting(chosen.ids, rejected.ids) if settings.rejected == "token" else 0
    if shared is None:
        return range(0), range(0)
    preferred = {"full": len(chosen.ids), "statement": chosen.reject, "token": shared + 1, "none": shared}
    left = {"full": len(rejected.ids), "token": shared + 1}.get(settings.rejected, rejected.reject)
    return range(shared, preferred[settings.chosen]), range(shared, left)


def way_lengths(recovery: Recovery, settings: PackSettings) -> list[int]:
    """How many ids of each way on must be computed; 0 for a way that is neither preferred nor rejected."""
    lengths = [0] * len(recovery.ways)
    for chosen, rejected, _ in recovery.preferences:
        parts = _looked_at(recovery.ways[chosen], recovery.ways[rejected], settings)
        for way, part in zip((chosen, rejected), parts, strict=True):
            lengths[way] = max(lengths[way], part.stop if part else 0)
    return lengths


def laid_ids(branch: Branch, inside: Sequence[Recovery], settings: PackSettings) -> tuple[int, ...]:
    """A branch's ids as far as they must be computed: for itself, or to lead to a node inside it."""
    own = len(trained_ids(branch, settings)) if branch.weight > 0 else 0
    return branch.ids[: max([own, *(each.offset + way_lengths(each, settings)[0] for each in inside)])]


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
        samples = self._samples(tree, kept, inside)
        total = samples if self.settings.equal_items else 1
        pairs: list[Pair] = []
        fork: list[Span] = []
        laid: list[tuple[Span, Span, Span]] = []
        for index, branch in enumerate(kept):
            node, weight = tree.nodes[branch.node], branch.weight * branch.count / total
            span = self._lay(laid_ids(branch, inside[index], self.settings), depth=node.position)
            before = Span(trunk.start, trunk.start + node.position)
            scored = self._score(before.end - 1, span.start, span.end)
            fork += [span] if len(span) else []
            laid.append((before, span, scored))
            if fork and (index + 1 == len(kept) or kept[index + 1].node != branch.node):
                self.forks.append(Fork((before,), tuple(fork)))
                fork = []
            if not weight:
                continue
            if self.settings.rejected == "token":
                pairs += self._at_parting(tree, branch, golden, trunk, weight)
            else:
                pairs.append(self._pair(tree, branch, golden, scored, weight))
        for where, found in zip(laid, inside, strict=True):
            for recovery in found:
                pairs += self._recover(recovery, *where, total)
        changed = tuple(golden.start + i for i, flag in enumerate(tree.golden_changed) if flag)
        self.items.append(Item(tree.task_id, golden, changed, tuple(pairs), samples))

    def _recover(self, recovery: Recovery, before: Span, span: Span, scored: Span, total: int) -> list[Pair]:
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
        found = (self._preferred(recovery, each, firsts, total) for each in recovery.preferences)
        return [pair for pair in found if pair.rejected]

    def _preferred(self, recovery: Recovery, preference: Preference, firsts: Sequence[int], total: int) -> Pair:
        secure, wrong = recovery.ways[preference.chosen], recovery.ways[preference.rejected]
        right, left = _looked_at(secure, wrong, self.settings)
        changed = differing(secure.ids, wrong.ids[: left.stop]) if self.settings.rejected != "token" else left
        rejected = changed if self.settings.rejected == "differing" else left
        return Pair(
            chosen=tuple(firsts[preference.chosen] + i for i in right),
            rejected=tuple(firsts[preference.rejected] + i for i in rejected),
            weight=preference.samples / total,
            changed=tuple(firsts[preference.rejected] + i for i in changed),
            policy="deep",
        )

    def _samples(self, tree: Tree, kept: Sequence[Branch], inside: Sequence[Sequence[Recovery]]) -> int:
        """How many samples the rejected branches stand for, those of merged branches included."""

        def key(branch: Branch) -> Hashable:
            return rejected_start(tree, branch, self.settings.rejected)

        seen = {key(branch) for branch in kept if branch.weight > 0}
        deep = sum(recovery.samples for found in inside for recovery in found)
        return deep + sum(branch.count for branch in tree.branches if key(branch) in seen)

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
        ids = trained_ids(branch, self.settings)
        changed = tuple(scored.start + i for i in differing(golden_after, ids))
        every = tuple(range(scored.start, scored.start + len(ids)))
        rejected = changed if self.settings.rejected == "differing" else every
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
