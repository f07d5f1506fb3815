"""Invariant 2: a packed tree equals its rows one at a time, in log-probabilities and gradients."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

import tiny
from treeplay.errors import ConfigError, ModelError
from treeplay.models import attention  # noqa: F401 - registers the attention
from treeplay.models.forward import row_logps
from treeplay.models.layouts import DenseLayout, FlexLayout, LayoutName, row_layout
from treeplay.models.support import probe
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.schema import Branch, Node, Tree


def a_tree(name: str, seed: int, prompt: int = 5, golden: int = 9, nodes: int = 2, branches: int = 2) -> Tree:
    ids = torch.randint(3, 259, (200,), generator=torch.Generator().manual_seed(seed)).tolist()
    positions = [prompt + i * (golden // max(nodes, 1)) for i in range(nodes)]
    return Tree(
        task_id=name,
        prompt_ids=tuple(ids[:prompt]),
        golden_ids=tuple(ids[prompt : prompt + golden]),
        nodes=tuple(Node(position=p, end=p + 2, policy="diff") for p in positions),
        branches=tuple(
            Branch(
                node=n,
                ids=tuple(ids[40 + 13 * n + 5 * b : 43 + 14 * n + 6 * b]),
                text="",
                source="opponent",
                reject=2,
            )
            for n in range(nodes)
            for b in range(branches)
        ),
    )


def rows_alone(model: torch.nn.Module, tree: Tree, settings: PackSettings) -> list[torch.Tensor]:
    """Each path on its own through the plain causal model: golden path, then every branch after its prefix."""
    trunk = tree.prompt_ids + tree.golden_ids
    paths = [(tree.prompt_ids, tree.golden_ids)]
    for branch in sorted(tree.branches, key=lambda b: (tree.nodes[b.node].position, b.node)):
        ids = branch.ids if settings.rejected == "full" else branch.ids[: branch.reject]
        paths.append((trunk[: tree.nodes[branch.node].position], ids))
    found = []
    for before, scored in paths:
        logits = model(torch.tensor([before + scored])).logits[0].float().log_softmax(-1)
        found.append(logits[len(before) - 1 : -1].gather(1, torch.tensor(scored)[:, None])[:, 0])
    return found


def twins(shape: str) -> tuple[torch.nn.Module, torch.nn.Module]:
    packed = tiny.model(shape)
    plain = tiny.model(shape, attention="eager")
    plain.load_state_dict(packed.state_dict())
    return packed, plain


@pytest.mark.parametrize("shape", tiny.SHAPES)
@pytest.mark.parametrize("kind", ["segment", "dense"])
def test_row_logps_of_a_packed_forest_equal_rows_one_at_a_time(shape: str, kind: LayoutName) -> None:
    packed, plain = twins(shape)
    trees = [a_tree("a", 1), a_tree("b", 2, nodes=3, branches=3), a_tree("c", 3, nodes=0)]
    options = PackSettings(rejected="full")
    expected = torch.cat([logps for tree in trees for logps in rows_alone(plain, tree, options)])
    found = row_logps(packed, pack(trees, options), kind)
    assert (found - expected).abs().max() < 1e-5


@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_row_logps_gradients_equal_rows_one_at_a_time(shape: str) -> None:
    packed, plain = twins(shape)
    tree = a_tree("a", 4, nodes=3, branches=2)
    weights = torch.randn(200, generator=torch.Generator().manual_seed(0))
    alone = torch.cat(rows_alone(plain, tree, PackSettings()))
    (alone * weights[: len(alone)]).sum().backward()
    found = row_logps(packed, pack([tree], PackSettings()))
    (found * weights[: len(found)]).sum().backward()
    for (name, mine), theirs in zip(packed.named_parameters(), plain.parameters(), strict=True):
        scale = theirs.grad.abs().max().clamp(min=1e-6)
        assert ((mine.grad - theirs.grad).abs().max() / scale) < 1e-5, name


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), nodes=st.integers(0, 4), branches=st.integers(1, 3), golden=st.integers(8, 20))
def test_row_logps_of_any_tree_equal_rows(seed: int, nodes: int, branches: int, golden: int) -> None:
    packed, plain = twins("llama")
    tree = a_tree("t", seed, golden=golden, nodes=nodes, branches=branches)
    with torch.no_grad():
        expected = torch.cat(rows_alone(plain, tree, PackSettings()))
        assert (row_logps(packed, pack([tree], PackSettings())) - expected).abs().max() < 1e-5


def test_the_token_at_which_a_branch_leaves_costs_nothing_and_equals_rows() -> None:
    """The two tokens of a pair are predicted by the golden path, so the branch need not be laid out."""
    packed, plain = twins("llama")
    tree = a_tree("t", 6)
    shared = tree.golden_ids[:2] + (tree.branches[0].ids[0],)  # leaves two tokens after its node
    late = Branch(node=0, ids=shared, text="", source="opponent", reject=3)
    tree = tree.model_copy(update={"branches": (late, *tree.branches[2:])})
    whole, token = (pack([tree], PackSettings(rejected=kind, chosen="token")) for kind in ("full", "token"))
    assert token.ids == tree.prompt_ids + tree.golden_ids
    assert len(whole) > len(token)
    with torch.no_grad():
        expected, found = row_logps(packed, whole), row_logps(packed, token)
    leaves = [2, 0, 0]
    for old, new, step in zip(whole.items[0].pairs, token.items[0].pairs, leaves, strict=True):
        assert found[new.rejected[0]].item() == pytest.approx(expected[old.rejected[step]].item(), abs=1e-5)
        assert found[new.chosen[0]].item() == pytest.approx(expected[old.chosen[0] + step].item(), abs=1e-5)
    logits = plain(torch.tensor([tree.prompt_ids + tree.golden_ids[:2]])).logits[0, -1].log_softmax(-1)
    assert found[token.items[0].pairs[0].rejected[0]].item() == pytest.approx(logits[late.ids[2]].item(), abs=1e-5)


def test_a_branch_that_is_the_start_of_the_golden_path_makes_no_token_pair() -> None:
    tree = a_tree("t", 7, nodes=1, branches=1)
    start = tree.branches[0].model_copy(update={"ids": tree.golden_ids[:3]})
    row = pack([tree.model_copy(update={"branches": (start,)})], PackSettings(rejected="token"))
    assert row.items[0].pairs == ()


def test_row_logps_in_head_chunks_equal_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    model = tiny.model()
    row = pack([a_tree("a", 5, nodes=3)], PackSettings())
    whole = row_logps(model, row)
    whole.sum().backward()
    expected = {name: p.grad.clone() for name, p in model.named_parameters()}
    model.zero_grad()
    monkeypatch.setattr("treeplay.models.forward.HEAD_ROWS", 4)
    chunked = row_logps(model, row)
    chunked.sum().backward()
    assert torch.allclose(whole, chunked, atol=1e-5)
    assert all(torch.allclose(p.grad, expected[name], atol=1e-4) for name, p in model.named_parameters())


def test_first_branch_token_is_scored_and_trained() -> None:
    """Invariant 3: the decision falls at the branch's first token, predicted by the token before the node."""
    model = tiny.model()
    tree = a_tree("a", 6, nodes=1, branches=1)
    row = pack([tree], PackSettings())
    node = tree.nodes[0].position
    assert (row.predictors[len(tree.golden_ids)], row.targets[len(tree.golden_ids)]) == (
        node - 1,
        tree.branches[0].ids[0],
    )
    logps = row_logps(model, row)
    (gradient,) = torch.autograd.grad(logps[len(tree.golden_ids)], model.get_output_embeddings().weight)
    assert gradient.abs().sum() > 0


def test_tree_attention_without_layout_is_refused() -> None:
    model = tiny.model()
    with pytest.raises(ModelError, match="without a layout"):
        model(torch.tensor([[5, 6, 7]]))


@pytest.mark.parametrize("shape", tiny.SHAPES)
def test_probe_passes_supported_shapes(shape: str) -> None:
    assert probe(tiny.model(shape)) < 1e-4


def test_probe_finds_a_layout_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose attention ignores the tree (here: sees the whole row before it) is refused."""
    full = torch.ones(1, 1, 200, 200, dtype=torch.bool).tril()
    monkeypatch.setattr("treeplay.models.layouts.dense_mask", lambda row, device: full[:, :, : len(row), : len(row)])
    with pytest.raises(ModelError, match="packed tree differ"):
        probe(tiny.model(), "dense")


@pytest.mark.filterwarnings("ignore:flex_attention called without")
def test_flex_layout_sees_what_the_dense_mask_shows_and_gives_its_numbers() -> None:
    row = pack([a_tree("a", 1), a_tree("b", 2, nodes=3, branches=3)], PackSettings(rejected="full"))
    flex, dense = FlexLayout(row, "cpu"), DenseLayout(row)
    place = torch.arange(len(row))
    nothing = torch.tensor(0)
    assert torch.equal(flex.mask.mask_mod(nothing, nothing, place[:, None], place[None]), dense.mask[0, 0])
    draw = torch.Generator().manual_seed(0)
    query = torch.randn(1, 4, len(row), 16, generator=draw)
    key, value = (torch.randn(1, 2, len(row), 16, generator=draw) for _ in range(2))
    found = flex.attend(0, query, key, value, 0.25)
    assert (found - dense.attend(0, query, key, value, 0.25)).abs().max() < 1e-5


def test_flex_attention_without_a_gpu_is_refused_with_the_alternatives() -> None:
    row = pack([a_tree("a", 1)], PackSettings())
    with pytest.raises(ConfigError, match="use auto, segment or dense"):
        row_layout(row, "cpu", "flex")
