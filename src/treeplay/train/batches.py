"""Which trees are computed together, and what each weighs in its optimiser step.

Batches are planned once a round, so that the opponent is scored in the very rows that the player is trained on: the
margin before the first step is exactly 0. An epoch visits the same batches in a new order. Shares in the loss are
divided here and nowhere else, over the items of the whole step; how a step is cut into rows, or rows
are shared out to devices, therefore changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from treeplay.losses import LossInputs, Terms
from treeplay.tree.pack import Item, PackSettings, Row, pack, plan_rows
from treeplay.tree.schema import Tree


@dataclass(frozen=True)
class Batch:
    """One optimiser step."""

    rows: tuple[Row, ...]

    @property
    def items(self) -> int:
        """Items in the step."""
        return sum(len(row.items) for row in self.rows)

    @property
    def tokens(self) -> int:
        """Unique tokens that go forward and backward: the step's gradient tokens."""
        return sum(len(row) for row in self.rows)

    @property
    def pair_total(self) -> int:
        """Items that have a pair."""
        return sum(bool(item.pairs) for row in self.rows for item in row.items)

    @property
    def sample_total(self) -> int:
        """Drawn branches that the pairs of the step stand for."""
        return sum(item.samples for row in self.rows for item in row.items)


def plan_batches(
    trees: Sequence[Tree], settings: PackSettings, *, batch_items: int, max_row_tokens: int, seed: int
) -> list[Batch]:
    """Divides trees into optimiser steps of about `batch_items` items; none is left with a small remainder."""
    order = np.random.Generator(np.random.Philox(key=seed)).permutation(len(trees))
    count = max(1, round(len(trees) / batch_items))
    batches = []
    for part in np.array_split(order, count):
        rows = plan_rows([trees[i] for i in part], settings, max_tokens=max_row_tokens)
        batches.append(Batch(tuple(pack(row, settings) for row in rows)))
    return [batch for batch in batches if batch.rows]


def schedule(batches: Sequence[Batch], *, epochs: float = 0, token_budget: int = 0, seed: int) -> list[int]:
    """The batch of each step: `epochs` passes, or as many as it takes to reach a budget of gradient tokens."""
    steps: list[int] = []
    tokens = 0
    for order in _epochs(len(batches), seed):
        for index in order:
            if (token_budget and tokens >= token_budget) or (
                not token_budget and len(steps) >= math.ceil(epochs * len(batches))
            ):
                return steps
            steps.append(int(index))
            tokens += batches[index].tokens
    return steps


def _epochs(count: int, seed: int) -> Iterator[np.ndarray]:
    random = np.random.Generator(np.random.Philox(key=seed + 1))
    while count:
        yield random.permutation(count)


def loss_inputs(
    row: Row, batch: Batch, logps: torch.Tensor, reference: torch.Tensor, *, equal_items: bool
) -> LossInputs:
    """A row's log-probabilities with the indices and shares that its loss needs.

    Args:
        logps, reference: [scored tokens of the row].
        equal_items: pairs share their item's weight; else every drawn branch of the step weighs the same.
    """
    device = logps.device
    pairs = [pair for item in row.items for pair in item.pairs]
    divisor = batch.pair_total if equal_items else batch.sample_total
    shares = [pair.weight / max(divisor, 1) for pair in pairs]
    item_share = [1 / batch.items] * len(row.items)

    def terms(tokens: Sequence[Sequence[int]], weight: list[float]) -> Terms:
        owner = [index for index, part in enumerate(tokens) for _ in part]
        flat = [token for part in tokens for token in part]
        return Terms(
            torch.tensor(flat, dtype=torch.long, device=device),
            torch.tensor(owner, dtype=torch.long, device=device),
            torch.tensor(weight, dtype=torch.float32, device=device),
        )

    return LossInputs(
        logps=logps,
        reference=reference,
        golden=terms([_golden(item) for item in row.items], item_share),
        golden_changed=terms([item.changed for item in row.items], item_share),
        chosen=terms([pair.chosen for pair in pairs], shares),
        rejected=terms([pair.rejected for pair in pairs], shares),
        rejected_changed=terms([pair.changed for pair in pairs], shares),
    )


def _golden(item: Item) -> range:
    return range(item.golden.start, item.golden.end)
