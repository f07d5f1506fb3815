"""Invariant 2 for deep trees: what leaves a branch scores as if its path stood alone, and is laid out once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random
from typing import NamedTuple

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

import tiny
from treeplay.models import attention  # noqa: F401 - registers the attention
from treeplay.models.forward import row_logps
from treeplay.models.layouts import DenseLayout, FlexLayout, LayoutName
from treeplay.tree.pack import PackSettings, Pair, Row, pack, unique_tokens
from treeplay.tree.schema import Branch, Node, Tree

KINDS: tuple[LayoutName, ...] = ("segment", "dense")
EXTENTS = (
    ("statement", "full"),
    ("full", "full"),
    ("statement", "statement"),
    ("statement", "none"),
    ("token", "token"),
    ("token", "full"),
)


def a_deep_tree(seed: int) -> Tree:
    """A tree whose branches have up to two nodes and what leaves them; ids, lengths and verdicts are drawn."""
    random = Random(seed)

    def ids(low: int, high: int) -> tuple[int, ...]:
        words = [random.randrange(3, 259) for _ in range(random.randint(low, high))]
        words[0] = random.choice([7, words[0]])  # some ways part at their second token
        return tuple(words)

    def leaf(node: int) -> Branch:
        verdict = random.choice(["secure", "vulnerable", "broken"])
        own = ids(2, 6)
        return Branch(
            node=node, ids=own, text="", source="opponent", reject=random.randint(2, len(own)), verdict=verdict,
            weight=float(verdict == "vulnerable"), count=random.randint(1, 3),
        )  # fmt: skip

    def branch(node: int, position: int) -> Branch:
        own = ids(5, 9)
        inner = [Node(position=position + at, end=position + at + 1, policy="risk") for at in (2, 4)]
        inner = inner[: random.randint(0, 2)]
        leaves = tuple(leaf(index) for index in range(len(inner)) for _ in range(3))
        return leaf(node).model_copy(update={"ids": own, "reject": 2, "nodes": tuple(inner), "branches": leaves})

    prompt, golden = ids(3, 6), ids(8, 12)
    nodes = tuple(Node(position=len(prompt) + at, end=len(prompt) + at + 2, policy="diff") for at in (0, 3, 5))
    return Tree(
        task_id=str(seed),
        prompt_ids=prompt,
        golden_ids=golden,
        nodes=nodes,
        branches=tuple(branch(index, node.position) for index, node in enumerate(nodes) for _ in range(2)),
    )


def rich_tree() -> Tree:
    """The first tree drawn that has eight pairs inside its branches."""
    trees = (a_deep_tree(seed) for seed in count())
    return next(tree for tree in trees if sum(map(is_deep, pack([tree], PackSettings()).items[0].pairs)) >= 8)


def is_deep(pair: Pair) -> bool:
    return pair.policy == "deep"


class Preferred(NamedTuple):
    """A pair written out: what is known of it without packing."""

    before: tuple[int, ...]
    chosen: tuple[int, ...]
    rejected: tuple[int, ...]
    samples: float


Way = tuple[tuple[int, ...], int]
"Ids after a node, and how many of them are the statement there."


def preferred(before: tuple[int, ...], chosen: Way, rejected: Way, samples: float, packing: PackSettings) -> Preferred:
    """What the settings let the loss see of two ways on; nothing of the rejected if they never part."""
    shared = 0
    if packing.rejected == "token":
        same = [a == b for a, b in zip(chosen[0], rejected[0], strict=False)]
        if all(same):
            return Preferred(before, (), (), samples)
        shared = same.index(False)

    def seen(way: Way, extent: str) -> tuple[int, ...]:
        return way[0][shared : {"full": None, "statement": way[1], "token": shared + 1, "none": shared}[extent]]

    before += chosen[0][:shared]
    return Preferred(before, seen(chosen, packing.chosen), seen(rejected, packing.rejected), samples)


def written_out(tree: Tree, packing: PackSettings) -> Iterator[Preferred]:
    """Every pair of a tree, those of the trunk first, by the rule and not by the code under test."""
    trunk = tree.prompt_ids + tree.golden_ids
    for branch in tree.branches:
        node = tree.nodes[branch.node]
        if branch.weight:
            golden = (trunk[node.position :], node.end - node.position)
            yield preferred(trunk[: node.position], golden, (branch.ids, branch.reject), branch.count, packing)
    for branch in tree.branches:
        begin = tree.nodes[branch.node].position
        for index, node in enumerate(branch.nodes):
            at = node.position - begin
            before = trunk[:begin] + branch.ids[:at]
            ways = [((branch.ids[at:], node.end - node.position), branch.verdict, 1)]
            ways += [((one.ids, one.reject), one.verdict, one.count) for one in branch.branches if one.node == index]
            secure = [(way, often) for way, verdict, often in ways if verdict == "secure"]
            total = sum(often for _, often in secure)
            for way, verdict, samples in ways:
                for good, often in secure if verdict == "vulnerable" else ():
                    yield preferred(before, good, way, samples * often / total, packing)


def silent(tree: Tree, packing: PackSettings) -> int:
    """Samples of weight 0 at a node that leave the golden path as a rejected one there does: the mean is over both."""
    if packing.rejected != "token":
        return 0
    trunk = tree.prompt_ids + tree.golden_ids

    def start(branch: Branch) -> tuple[int, ...]:
        after = zip(trunk[tree.nodes[branch.node].position :], branch.ids, strict=False)
        length = next((index for index, (right, wrong) in enumerate(after) if right != wrong), len(branch.ids))
        return branch.node, *branch.ids[: length + 1]

    rejected = {start(branch) for branch in tree.branches if branch.weight}
    return sum(branch.count for branch in tree.branches if not branch.weight and start(branch) in rejected)


def alone(model: torch.nn.Module, before: tuple[int, ...], ids: tuple[int, ...]) -> torch.Tensor:
    """Log-probabilities of ids after others, through the plain causal model."""
    if not ids:
        return torch.zeros(0)
    logits = model(torch.tensor([before + ids])).logits[0].float().log_softmax(-1)
    return logits[len(before) - 1 : -1].gather(1, torch.tensor(ids)[:, None])[:, 0]


def worst(
    packed: torch.nn.Module, plain: torch.nn.Module, tree: Tree, packing: PackSettings, kind: LayoutName
) -> float:
    """The largest difference of a pair's log-probability from its path alone; checks that pairs and weights agree."""
    row = pack([tree], packing)
    every = list(written_out(tree, packing))
    total = sum(one.samples for one in every) + silent(tree, packing)
    pairs, expected = row.items[0].pairs, [one for one in every if one.rejected]
    assert len(pairs) == len(expected)
    differences = [0.0]
    with torch.no_grad():
        found = row_logps(packed, row, kind)
        for pair, one in zip(pairs, expected, strict=True):
            assert pair.weight * total == pytest.approx(one.samples)
            for side, ids in ((pair.chosen, one.chosen), (pair.rejected, one.rejected)):
                assert tuple(row.targets[i] for i in side) == ids
                difference = (found[list(side)] - alone(plain, one.before, ids)).abs()
                differences += difference.tolist()
    return max(differences)


def twins(shape: str) -> tuple[torch.nn.Module, torch.nn.Module]:
    packed = tiny.model(shape)
    plain = tiny.model(shape, attention="eager")
    plain.load_state_dict(packed.state_dict())
    return packed, plain


@pytest.mark.parametrize("shape", tiny.SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_deep_pairs_score_as_their_paths_alone(shape: str, kind: LayoutName) -> None:
    packed, plain = twins(shape)
    assert worst(packed, plain, rich_tree(), PackSettings(), kind) < 1e-5


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 100_000), extents=st.sampled_from(EXTENTS), kind=st.sampled_from(KINDS))
def test_any_deep_tree_scores_as_its_paths_alone(seed: int, extents: tuple[str, str], kind: LayoutName) -> None:
    packed, plain = twins("llama")
    rejected, chosen = extents
    packing = PackSettings(rejected=rejected, chosen=chosen)  # type: ignore[arg-type]
    assert worst(packed, plain, a_deep_tree(seed), packing, kind) < 1e-5


@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_deep_gradients_equal_those_of_paths_alone(shape: str) -> None:
    packed, plain = twins(shape)
    tree = rich_tree()
    row = pack([tree], PackSettings())
    _margins(row_logps(packed, row), row).backward()
    margin = torch.zeros(())
    for pair, one in zip(row.items[0].pairs, written_out(tree, PackSettings()), strict=True):
        chosen, rejected = (alone(plain, one.before, ids).sum() for ids in (one.chosen, one.rejected))
        margin = margin + pair.weight * (chosen - rejected)
    margin.backward()
    for (name, mine), theirs in zip(packed.named_parameters(), plain.parameters(), strict=True):
        scale = theirs.grad.abs().max().clamp(min=1e-6)
        assert ((mine.grad - theirs.grad).abs().max() / scale) < 1e-5, name


def _margins(logps: torch.Tensor, row: Row) -> torch.Tensor:
    pairs = row.items[0].pairs
    sums = [pair.weight * (logps[list(pair.chosen)].sum() - logps[list(pair.rejected)].sum()) for pair in pairs]
    return torch.stack(sums).sum()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 100_000), extents=st.sampled_from(EXTENTS))
def test_row_holds_each_token_once(seed: int, extents: tuple[str, str]) -> None:
    """Spans of trunks and forks divide the row, and its length is what was planned for it."""
    rejected, chosen = extents
    packing = PackSettings(rejected=rejected, chosen=chosen)  # type: ignore[arg-type]
    trees = [a_deep_tree(seed), a_deep_tree(seed + 1)]
    row = pack(trees, packing)
    spans = [*row.trunks, *(span for fork in row.forks for span in fork.branches)]
    places = [place for span in spans for place in range(span.start, span.end)]
    assert sorted(places) == list(range(len(row)))
    assert len(row) == sum(unique_tokens(tree, packing) for tree in trees)
    if rejected != "token":  # there the trunk predicts two tokens
        assert len(row.predictors) == len(row) - sum(len(tree.prompt_ids) for tree in trees)


def test_own_continuation_is_laid_out_once_and_only_as_far_as_it_is_looked_at() -> None:
    secure = Branch(node=0, ids=(20, 21), text="", source="opponent", reject=1, verdict="secure", weight=0)
    branch = Branch(
        node=0, ids=(7, 8, 9, 10, 11), text="", source="opponent", reject=1, verdict="vulnerable",
        nodes=(Node(position=5, end=7, policy="risk"),), branches=(secure,),
    )  # fmt: skip
    node = Node(position=3, end=4, policy="diff")
    tree = Tree(task_id="t", prompt_ids=(1, 2), golden_ids=(3, 4), nodes=(node,), branches=(branch,))
    row = pack([tree], PackSettings())
    # The statement (9, 10) is rejected where (20, 21) is preferred; 11 comes after it.
    assert row.ids == (1, 2, 3, 4, 7, 8, 9, 10, 20, 21)
    assert row.positions == (0, 1, 2, 3, 3, 4, 5, 6, 5, 6)
    pair = row.items[0].pairs[1]
    assert ([row.targets[i] for i in pair.chosen], [row.targets[i] for i in pair.rejected]) == ([20, 21], [9, 10])
    assert [row.ids[row.predictors[i]] for i in (pair.chosen[0], pair.rejected[0])] == [8, 8]
    assert [one.weight for one in row.items[0].pairs] == [0.5, 0.5]


@pytest.mark.filterwarnings("ignore:flex_attention called without")
def test_flex_layout_of_a_deep_row_sees_what_the_dense_mask_shows() -> None:
    row = pack([rich_tree(), a_deep_tree(19)], PackSettings())
    flex, dense = FlexLayout(row, "cpu"), DenseLayout(row)
    place, nothing = torch.arange(len(row)), torch.tensor(0)
    assert torch.equal(flex.mask.mask_mod(nothing, nothing, place[:, None], place[None]), dense.mask[0, 0])
