"""Attention of one decoding step: every slot's token looks at its trunk before the fork and at its own tail.

Two ways with one result. A CPU has no time to copy: slots of one trunk are multiplied with its keys together, where
they lie. A GPU has no time to be asked: each slot gathers its keys into one tensor, and one call a layer does all.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn.functional import scaled_dot_product_attention

from treeplay.models.trunks import TrunkCache


@dataclass(frozen=True)
class Step:
    """The active slots of one step, in order."""

    slots: list[int]
    trunks: list[int]
    "The trunk that each forks from."
    seen: list[int]
    "How many of its tokens each may look at. A slot just filled reads its fork's last token anew."
    tails: list[int]
    "How many tokens of its own each has read, the present one included; 0 for a slot just filled."


class Tails:
    """Keys and values of what the slots drew: one allocation a layer, [slots, key heads, tokens, width]."""

    def __init__(self, cache: TrunkCache, slots: int, tokens: int) -> None:
        first = cache.keys[0][0]
        heads, _, width = first.shape
        value_width = cache.values[0][0].shape[-1]
        self.size = slots
        self.keys = [first.new_zeros(slots, heads, tokens, width) for _ in cache.keys]
        self.values = [first.new_zeros(slots, heads, tokens, value_width) for _ in cache.keys]


class _StepAttention:
    """What both ways need: masks, and where the present tokens' keys and values go."""

    def __init__(self, cache: TrunkCache, tails: Tails, step: Step) -> None:
        device = cache.device
        self.cache, self.tails = cache, tails
        self.slots = torch.tensor(step.slots, device=device)
        self.write = torch.tensor([max(length - 1, 0) for length in step.tails], device=device)
        self.longest, self.widest = max(step.tails), max(step.seen)
        self.all_slots = len(step.slots) == tails.size
        self.mask = torch.cat((_first(step.seen, self.widest, device), _first(step.tails, self.longest, device)), 1)

    def _tail(self, layer: int, key: torch.Tensor, value: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Stores the present tokens' keys and values [slots, key heads, width]; returns the tails as far as filled.

        A slot just filled writes its trunk's token where its first own one will be: the mask hides it until then.
        """
        keys, values = self.tails.keys[layer], self.tails.values[layer]
        keys[self.slots, :, self.write] = key
        values[self.slots, :, self.write] = value
        near_keys, near_values = keys[:, :, : self.longest], values[:, :, : self.longest]
        if self.all_slots:
            return near_keys, near_values
        return near_keys[self.slots], near_values[self.slots]


class GroupedAttention(_StepAttention):
    """Slots of one trunk together, against its keys where they lie."""

    def __init__(self, cache: TrunkCache, tails: Tails, step: Step) -> None:
        super().__init__(cache, tails, step)
        rows: dict[int, list[int]] = {}
        for row, trunk in enumerate(step.trunks):
            rows.setdefault(trunk, []).append(row)
        self.groups = [
            (trunk, torch.tensor(members, device=cache.device), max(step.seen[row] for row in members))
            for trunk, members in rows.items()
        ]

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`; tokens are the active slots."""
        kv_heads = key.shape[1]
        queries = _by_slot(query, kv_heads) * scale
        tail_keys, tail_values = self._tail(layer, key[0].transpose(0, 1), value[0].transpose(0, 1))
        scores = queries.new_full((*queries.shape[:3], self.widest + self.longest), float("-inf"))
        for trunk, rows, width in self.groups:
            near = self.cache.keys[layer][trunk][:, :width]
            inside = queries[rows].transpose(0, 1).flatten(1, 2) @ near.transpose(1, 2)
            scores[rows, :, :, :width] = inside.reshape(kv_heads, len(rows), -1, width).transpose(0, 1)
        if self.longest:
            scores[..., self.widest :] = queries @ tail_keys.transpose(2, 3)
        weights = scores.masked_fill_(~self.mask[:, None, None], float("-inf")).softmax(-1)
        out = weights[..., self.widest :] @ tail_values
        for trunk, rows, width in self.groups:
            inside = weights[rows, :, :, :width].transpose(0, 1).flatten(1, 2)
            part = inside @ self.cache.values[layer][trunk][:, :width]
            out[rows] += part.reshape(kv_heads, len(rows), -1, part.shape[-1]).transpose(0, 1)
        return torch.flatten(out, 1, 2).transpose(0, 1)[None]


class PaddedAttention(_StepAttention):
    """All slots in one call, each with a copy of its trunk's keys."""

    def __init__(self, cache: TrunkCache, tails: Tails, step: Step) -> None:
        super().__init__(cache, tails, step)
        self.trunks = torch.tensor(step.trunks, device=cache.device)

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`; tokens are the active slots."""
        tail_keys, tail_values = self._tail(layer, key[0].transpose(0, 1), value[0].transpose(0, 1))
        keys, values = (part[layer][:, :, : self.widest][self.trunks] for part in self.cache.padded)
        out = scaled_dot_product_attention(
            _by_slot(query, key.shape[1]),
            torch.cat((keys, tail_keys), 2),
            torch.cat((values, tail_values), 2),
            attn_mask=self.mask[:, None, None],
            scale=scale,
        )
        return torch.flatten(out, 1, 2).transpose(0, 1)[None]


def _by_slot(query: torch.Tensor, kv_heads: int) -> torch.Tensor:
    """[slots, key heads, query heads a key head, width]: a key head's queries look as if they were tokens."""
    return query[0].transpose(0, 1).reshape(query.shape[2], kv_heads, -1, query.shape[3])


def _first(counts: list[int], width: int, device: torch.device) -> torch.Tensor:
    """[counts, width], true at the first so many places of each row."""
    return torch.arange(width, device=device)[None] < torch.tensor(counts, device=device)[:, None]
