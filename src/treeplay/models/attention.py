"""Attention over packed rows, registered through transformers' attention interface as `treeplay`.

The model's own code computes queries, keys and values, rotary positions included; a *layout*, handed down with the
forward call, says who sees whom. Rows of trees use `SegmentLayout`: the trunk attends causally to itself, and the
branches of a node attend to the trunk before the node and to themselves, so no work is spent on pairs of tokens
that cannot see each other. Sampling brings its own layout (`treeplay.models.decode`).

Where only a mask can be given (a GPU's kernels, another attention), `dense_mask` is the same relation as a matrix.
"""

from __future__ import annotations

from typing import Any, Protocol

import torch
from torch.nn.functional import scaled_dot_product_attention
from transformers import AttentionInterface, AttentionMaskInterface

from treeplay.errors import ModelError
from treeplay.tree.pack import Fork, Row

NAME = "treeplay"


class Layout(Protocol):
    """Who sees whom in one forward pass."""

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """Args: query [1, heads, tokens, width], key and value [1, key heads, tokens, width]. Returns: like query."""
        ...


class SegmentLayout:
    """Attention of packed trees, segment by segment."""

    def __init__(self, row: Row, device: torch.device | str = "cpu") -> None:
        self.trunks = row.trunks
        self.forks = row.forks
        self.masks = [_fork_mask(fork).to(device) for fork in row.forks]

    def attend(
        self, layer: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, scale: float
    ) -> torch.Tensor:
        """See `Layout.attend`; tokens of trunks and forks together are the whole row, in its order of spans."""
        groups = query.shape[1] // key.shape[1]
        if groups > 1:
            key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
        parts: list[tuple[int, torch.Tensor]] = []
        for trunk in self.trunks:
            inside = slice(trunk.start, trunk.end)
            out = scaled_dot_product_attention(
                query[:, :, inside], key[:, :, inside], value[:, :, inside], is_causal=True, scale=scale
            )
            parts.append((trunk.start, out))
        for fork, mask in zip(self.forks, self.masks, strict=True):
            seen = slice(fork.seen.start, fork.seen.end)
            own = slice(fork.branches[0].start, fork.branches[-1].end)
            keys = torch.cat((key[:, :, seen], key[:, :, own]), 2)
            values = torch.cat((value[:, :, seen], value[:, :, own]), 2)
            out = scaled_dot_product_attention(query[:, :, own], keys, values, attn_mask=mask, scale=scale)
            parts.append((own.start, out))
        parts.sort(key=lambda part: part[0])
        return torch.cat([out for _, out in parts], 2)


def _fork_mask(fork: Fork) -> torch.Tensor:
    """[own tokens, seen + own tokens], true where a branch token may look: the trunk and its own branch's past."""
    first = fork.branches[0].start
    own = fork.branches[-1].end - first
    mask = torch.zeros(own, len(fork.seen) + own, dtype=torch.bool)
    mask[:, : len(fork.seen)] = True
    for branch in fork.branches:
        start, end = branch.start - first, branch.end - first
        inside = torch.ones(end - start, end - start, dtype=torch.bool).tril()
        mask[start:end, len(fork.seen) + start : len(fork.seen) + end] = inside
    return mask


def dense_mask(row: Row) -> torch.Tensor:
    """[1, 1, tokens, tokens], true where a token may look."""
    mask = torch.zeros(len(row), len(row), dtype=torch.bool)
    for trunk in row.trunks:
        size = len(trunk)
        mask[trunk.start : trunk.end, trunk.start : trunk.end] = torch.ones(size, size, dtype=torch.bool).tril()
    for fork in row.forks:
        own = slice(fork.branches[0].start, fork.branches[-1].end)
        local = _fork_mask(fork)
        mask[own, fork.seen.start : fork.seen.end] = local[:, : len(fork.seen)]
        mask[own, own] = local[:, len(fork.seen) :]
    return mask[None, None]


def _attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float | None = None,
    dropout: float = 0.0,
    layout: Layout | None = None,
    **kwargs: Any,
) -> tuple[torch.Tensor, None]:
    if layout is None:
        raise ModelError(
            "tree attention was called without a layout; use treeplay.models.forward, not the model itself"
        )
    if dropout or kwargs.get("sliding_window") or kwargs.get("softcap") or kwargs.get("s_aux") is not None:
        raise ModelError(
            f"{type(module).__name__} uses dropout, a sliding window, soft-capping or attention sinks, "
            "which packed trees do not support; choose another model or set them off"
        )
    scale = scaling if scaling is not None else query.shape[-1] ** -0.5
    out = layout.attend(int(module.layer_idx), query, key, value, scale)  # type: ignore[arg-type]
    return out.transpose(1, 2).contiguous(), None


def _no_mask(*args: Any, **kwargs: Any) -> None:
    """The layout is the mask, so transformers need not build one."""


AttentionInterface.register(NAME, _attention)
AttentionMaskInterface.register(NAME, _no_mask)
