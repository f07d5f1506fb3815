"""What every loss is given: log-probabilities of scored tokens, and indices that say what they are part of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Terms:
    """A sum over tokens for each of several things: `token[i]` belongs to `owner[i]`, which weighs `weight[owner]`.

    The index tensors are mask and denominator in one: what is summed is what is counted.
    """

    token: torch.Tensor
    "[n] index into the scored tokens."
    owner: torch.Tensor
    "[n] index of the item or pair, from 0."
    weight: torch.Tensor
    "[owners] share of each in the loss; they are divided once, where the optimiser step is planned."

    def sums(self, values: torch.Tensor) -> torch.Tensor:
        """[owners] sum of `values[token]` by owner; 0 for an owner without tokens.

        >>> terms = Terms(torch.tensor([0, 1, 2]), torch.tensor([0, 0, 1]), torch.ones(2))
        >>> terms.sums(torch.tensor([1.0, 2.0, 5.0]))
        tensor([3., 5.])
        """
        return values.new_zeros(len(self.weight)).index_add(0, self.owner, values[self.token])

    def means(self, values: torch.Tensor) -> torch.Tensor:
        """[owners] mean of `values[token]` by owner; 0 for an owner without tokens."""
        counts = torch.bincount(self.owner, minlength=len(self.weight)).clamp(min=1)
        return self.sums(values) / counts


@dataclass(frozen=True)
class LossInputs:
    """One row's scored tokens as a loss sees them."""

    logps: torch.Tensor
    "[tokens] log-probabilities under the player, float32."
    reference: torch.Tensor
    "[tokens] the same under the opponent, without gradients."
    golden: Terms
    "Golden tokens by item."
    golden_changed: Terms
    "Golden tokens that differ from the vulnerable version, by item."
    chosen: Terms
    "Golden continuation by pair."
    rejected: Terms
    "Branch tokens that are rejected, by pair."
    rejected_changed: Terms
    "Those of them that differ from the golden path, by pair."


@dataclass(frozen=True)
class LossOutput:
    """A loss and what to log beside it."""

    loss: torch.Tensor
    "Scalar, with a graph even if nothing was scored."
    per_pair: Mapping[str, torch.Tensor]
    "[pairs] detached values by name."
    per_item: Mapping[str, torch.Tensor]
    "[items] detached values by name."
