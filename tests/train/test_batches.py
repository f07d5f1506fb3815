"""Invariant 5: items weigh the same, and how a step is cut into rows changes nothing."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

import tiny
from treeplay.losses import LOSSES, LossSettings
from treeplay.models import attention  # noqa: F401 - registers the attention
from treeplay.models.forward import row_logps
from treeplay.train.batches import Batch, loss_inputs, plan_batches, schedule
from treeplay.tree.pack import PackSettings, pack
from treeplay.tree.schema import Branch, Node, Tree


def a_tree(name: str, nodes: int, seed: int = 0) -> Tree:
    ids = torch.randint(3, 259, (120,), generator=torch.Generator().manual_seed(seed)).tolist()
    return Tree(
        task_id=name,
        prompt_ids=tuple(ids[:4]),
        golden_ids=tuple(ids[4:14]),
        golden_changed=(True,) * 3 + (False,) * 7,
        nodes=tuple(Node(position=4 + 2 * n, end=6 + 2 * n, policy="diff") for n in range(nodes)),
        branches=tuple(
            Branch(node=n, ids=tuple(ids[20 + 5 * n : 24 + 5 * n]), text="", source="opponent", reject=3)
            for n in range(nodes)
        ),
    )


TREES = [a_tree("a", 1, 1), a_tree("b", 4, 2), a_tree("c", 0, 3), a_tree("d", 2, 4)]


def loss_of(rows: list[list[Tree]], name: str, model: torch.nn.Module) -> torch.Tensor:
    batch = Batch(tuple(pack(row, PackSettings()) for row in rows))
    total = torch.zeros(())
    for row in batch.rows:
        logps = row_logps(model, row)
        inputs = loss_inputs(row, batch, logps, logps.detach() - 0.1, equal_items=True)
        total = total + LOSSES[name](inputs, LossSettings(nll=0.5)).loss
    return total


@pytest.mark.parametrize("name", sorted(LOSSES))
def test_loss_of_a_step_does_not_depend_on_its_rows(name: str) -> None:
    model = tiny.model()
    with torch.no_grad():
        together = loss_of([TREES], name, model)
        apart = loss_of([[tree] for tree in TREES], name, model)
    assert together.item() == pytest.approx(apart.item(), rel=1e-5)


def test_what_is_preferred_is_the_rest_the_statement_or_nothing() -> None:
    tree = TREES[0]
    found = {kind: pack([tree], PackSettings(chosen=kind)).items[0].pairs[0] for kind in ("full", "statement", "none")}
    assert [len(found[kind].chosen) for kind in ("full", "statement", "none")] == [10, 2, 0]
    assert len({pair.rejected for pair in found.values()}) == 1


def test_pair_weights_of_an_item_add_up_to_its_share() -> None:
    row = pack(TREES, PackSettings())
    batch = Batch((row,))
    logps = torch.zeros(len(row.targets))
    inputs = loss_inputs(row, batch, logps, logps, equal_items=True)
    by_item = [[pair.weight for pair in item.pairs] for item in row.items]
    assert [sum(weights) for weights in by_item] == pytest.approx([1, 1, 0, 1])
    # Three items have pairs: each is a third of the preference term, whether it has one node or four.
    assert inputs.chosen.weight.sum().item() == pytest.approx(1.0)
    assert inputs.chosen.weight.tolist() == pytest.approx([1 / 3] + [1 / 12] * 4 + [1 / 6] * 2)
    assert inputs.golden.weight.tolist() == pytest.approx([1 / 4] * 4)


def test_paper_weights_make_every_pair_equal() -> None:
    row = pack(TREES, PackSettings(equal_items=False))
    inputs = loss_inputs(
        row, Batch((row,)), torch.zeros(len(row.targets)), torch.zeros(len(row.targets)), equal_items=False
    )
    assert inputs.chosen.weight.tolist() == pytest.approx([1 / 7] * 7)


def test_paper_weights_count_a_branch_as_often_as_it_was_drawn() -> None:
    once = TREES[1]
    often = once.branches[0].model_copy(update={"count": 5})
    row = pack([once.model_copy(update={"branches": (often, *once.branches[1:])})], PackSettings(equal_items=False))
    zeros = torch.zeros(len(row.targets))
    inputs = loss_inputs(row, Batch((row,)), zeros, zeros, equal_items=False)
    assert inputs.chosen.weight.tolist() == pytest.approx([5 / 8, 1 / 8, 1 / 8, 1 / 8])


@settings(max_examples=40, deadline=None)
@given(count=st.integers(1, 40), size=st.integers(1, 12), seed=st.integers(0, 99))
def test_plan_batches_holds_every_tree_once(count: int, size: int, seed: int) -> None:
    trees = [a_tree(str(i), i % 3, i) for i in range(count)]
    batches = plan_batches(trees, PackSettings(), batch_items=size, max_row_tokens=60, seed=seed)
    seen = [item.task_id for batch in batches for row in batch.rows for item in row.items]
    assert sorted(seen) == sorted(str(i) for i in range(count))
    assert all(len(row) <= 60 for batch in batches for row in batch.rows if len(row.items) > 1)


def test_schedule_reaches_a_token_budget_and_stops() -> None:
    batches = plan_batches(TREES * 3, PackSettings(), batch_items=3, max_row_tokens=200, seed=0)
    steps = schedule(batches, token_budget=500, seed=5)
    tokens = [batches[i].tokens for i in steps]
    assert sum(tokens) >= 500 > sum(tokens[:-1])


def test_schedule_of_epochs_visits_each_batch_equally() -> None:
    batches = plan_batches(TREES * 3, PackSettings(), batch_items=3, max_row_tokens=200, seed=0)
    steps = schedule(batches, epochs=3, seed=1)
    assert sorted(steps) == sorted(list(range(len(batches))) * 3)
