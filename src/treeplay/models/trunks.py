"""Keys and values of trunks, read once for all that forks from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import torch

from treeplay.models.forward import hidden_states
from treeplay.models.layouts import SegmentLayout
from treeplay.tree.pack import Row, Span


class TrunkCache:
    """Keys and values of every trunk, read in as few passes as memory allows.

    Args:
        model: a causal LM loaded by `treeplay.models.load` with tree attention.
        budget: trunk tokens read in one pass.
    """

    def __init__(self, model: torch.nn.Module, trunks: Sequence[Sequence[int]], budget: int) -> None:
        self.trunks = [list(trunk) for trunk in trunks]
        self.keys: list[list[torch.Tensor]] = []
        "By layer, then trunk: [key heads, tokens, width]."
        self.values: list[list[torch.Tensor]] = []
        self.device = next(model.parameters()).device
        for batch in _batches(self.trunks, budget):
            self._read(model, batch)

    @cached_property
    def padded(self) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
        """Keys and values by layer: [trunks, key heads, tokens of the longest, width], zeros past a trunk's end."""
        return [_padded(layer) for layer in self.keys], [_padded(layer) for layer in self.values]

    def _read(self, model: torch.nn.Module, batch: list[list[int]]) -> None:
        row = _trunk_row(batch)
        layout = _PrefillLayout(row, self.device)
        ids = torch.tensor([row.ids], device=self.device)
        positions = torch.tensor([row.positions], device=self.device)
        hidden_states(model, ids, positions, {"layout": layout, "attention_mask": None})
        for layer, (key, value) in enumerate(layout.seen):
            if layer == len(self.keys):
                self.keys.append([])
                self.values.append([])
            for span in row.trunks:
                self.keys[layer].append(key[0, :, span.start : span.end])
                self.values[layer].append(value[0, :, span.start : span.end])


class _PrefillLayout(SegmentLayout):
    """Causal attention of several trunks that remembers keys and values."""

    def __init__(self, row: Row, device: torch.device) -> None:
        super().__init__(row, device)
        self.seen: list[tuple[torch.Tensor, torch.Tensor]] = []

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`."""
        self.seen.append((key, value))
        return super().attend(layer, query, key, value, scale)


def _padded(trunks: Sequence[torch.Tensor]) -> torch.Tensor:
    heads, _, width = trunks[0].shape
    out = trunks[0].new_zeros(len(trunks), heads, max(trunk.shape[1] for trunk in trunks), width)
    for row, trunk in zip(out, trunks, strict=True):
        row[:, : trunk.shape[1]] = trunk
    return out


def _trunk_row(trunks: Sequence[Sequence[int]]) -> Row:
    ids: list[int] = []
    positions: list[int] = []
    spans: list[Span] = []
    for trunk in trunks:
        spans.append(Span(len(ids), len(ids) + len(trunk)))
        ids.extend(trunk)
        positions.extend(range(len(trunk)))
    return Row(tuple(ids), tuple(positions), tuple(spans), (), (), (), ())


def _batches(trunks: list[list[int]], budget: int) -> Iterator[list[list[int]]]:
    batch: list[list[int]] = []
    for trunk in trunks:
        if batch and sum(map(len, batch)) + len(trunk) > budget:
            yield batch
            batch = []
        batch.append(trunk)
    if batch:
        yield batch
